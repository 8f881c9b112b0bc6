/** The longest answer that is read, in bytes; a receipt has a few hundred, a long thread some ten thousand. */
export const answerLimit = 256 * 1_024

/** Reads an answer's text, and no more than `most` bytes of it. @throws {RangeError} for a longer one. */
export async function readLimited(answer: Response, most = answerLimit): Promise<string> {
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done) return text + decoder.decode()
    size += value.byteLength
    if (size > most) {
      void reader!.cancel().catch(() => {})
      throw new RangeError(`The answer is longer than ${most} bytes`)
    }
    text += decoder.decode(value, { stream: true })
  }
}
