// Some mail programs, and the systems that hand over to them, take no longer address, in characters.
const longest = 1_800
const cut = '\r\n…'

/** An address that opens a letter in the customer's own mail program. A text that is too long for one is cut at its end, between two letters. */
export function mailTo(to: string, subject: string, text: string): string {
  const head = `mailto:${encoded(to).replaceAll('%40', '@')}?subject=${encoded(subject)}&body=`
  const letters = [...text.replace(/\r?\n/g, '\r\n')].map(encoded)
  if (head.length + letters.reduce((sum, { length }) => sum + length, 0) <= longest) return head + letters.join('')
  let room = longest - head.length - encoded(cut).length
  const end = letters.findIndex(({ length }) => (room -= length) < 0)
  return head + letters.slice(0, end).join('') + encoded(cut)
}

// Half a letter cannot be encoded.
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'))
