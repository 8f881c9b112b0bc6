/** Whether an answer says anything: blanks and an empty list do not. */
export const isSaid = (answer: unknown): boolean =>
  typeof answer === 'string' ? answer.trim() !== '' : Array.isArray(answer) ? answer.length > 0 : answer !== undefined
