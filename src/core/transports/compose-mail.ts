// What every mail program, browser and system between them takes, in characters.
const longest = 2_000
const gap = '\r\n\r\n'

export interface ComposedMail {
  /** `mailto:` with a subject and a body (RFC 6068). */
  address: string
  /** Whether all of it is in there. */
  isWhole: boolean
}

/**
 * An address that opens a letter in the customer's own mail program. A text too long for one is cut at its end, between two letters,
 * which `…` says; `last` stands below it all the same.
 */
export function composeMail(to: string, subject: string, text: string, last: string): ComposedMail {
  const head = `mailto:${to}?subject=${encoded(subject)}&body=`
  const whole = head + encoded(text + gap + last)
  if (whole.length <= longest) return { address: whole, isWhole: true }
  const tail = encoded(`…${gap}${last}`)
  const letters = [...text.replace(/\r\n?|\n/g, '\r\n')].map(encoded)
  let room = longest - head.length - tail.length
  const end = letters.findIndex(({ length }) => (room -= length) < 0)
  return { address: head + letters.slice(0, end).join('') + tail, isWhole: false }
}

// Half a letter cannot be encoded; a letter's line ends with both characters.
const encoded = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd').replace(/\r\n?|(?<!\r)\n/g, '\r\n'))
