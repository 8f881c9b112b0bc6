/**
 * The first sentence of a text, at most `length` UTF-16 code units: cut after a word, with an ellipsis,
 * never inside a surrogate pair.
 */
export function summarize(text: string, length: number): string {
  const start = text.trimStart().slice(0, length + 2)
  const sentence = /^.+?(?:[.!?…]+(?=\s)|[。！？]|$)/m.exec(start)?.[0].trimEnd() ?? ''
  if (sentence.length <= length) return sentence
  const head = sentence.slice(0, length)
  // Languages without spaces have no word to cut after; half a line of nothing would be worse than half a word.
  const space = head.search(/\s\S*$/)
  const cut = head.slice(0, space > length / 2 ? space : length - 1)
  return cut.replace(/[\uD800-\uDBFF]$/, '').trimEnd() + '…'
}
