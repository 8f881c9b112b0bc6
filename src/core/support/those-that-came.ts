/** The answers that came, in the order they were asked for; a question that failed is left out. */
export async function thoseThatCame<T>(asked: readonly PromiseLike<T>[]): Promise<T[]> {
  const answers = await Promise.allSettled(asked)
  return answers.flatMap(answer => (answer.status === 'fulfilled' ? [answer.value] : []))
}
