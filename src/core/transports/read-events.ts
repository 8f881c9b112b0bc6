/** The longest line that is read, in characters: what we are told fits in a hundred. */
const longest = 65_536

/**
 * Takes an event stream apart as it comes in: `heard` is called with each event's name (`message` where it has none).
 * An event counts without data, too. Answers with false once a line is longer than any can be.
 */
export function eventReader(heard: (name: string) => void): (text: string) => boolean {
  let rest = ''
  let name = ''
  let begun = false
  return text => {
    // A return at the end may be the first half of a line's end.
    const lines = (rest + text).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop()!
    for (const line of lines) {
      if (line === '') {
        if (begun) heard(name || 'message')
        name = ''
        begun = false
      } else if (!line.startsWith(':')) {
        begun = true
        if (/^event(:|$)/.test(line)) name = line.slice(6).replace(/^ /, '')
      }
    }
    return rest.length <= longest
  }
}
