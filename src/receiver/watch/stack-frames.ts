const most = 8
const frame = /^\s+at (?:(?:async |new )*[\w$.<>#]+(?: \[as [\w$.<>#]+\])? \()?(?:async )?((?:file|https?|node|webpack|bun|ext):[^\s?#()]*|\/[^\s?#()]*|[A-Za-z]:[\\/][^\s?#()]*):\d+:\d+\)?$/
const header = /^[\w$.]*(?: \[\w+\])?(?:: )?$/

/**
 * The lines of a stack that say where something was thrown, without its message, which may be of several lines and look like them.
 * None where it cannot be told where the message ends.
 */
export function stackFrames({ stack, message }: { stack?: unknown; message?: unknown }): string[] {
  if (typeof stack !== 'string' || typeof message !== 'string') return []
  const start = message ? stack.indexOf(message) : stack.search(/\n|$/)
  if (start < 0 || !header.test(stack.slice(0, start))) return []
  const rest = stack.slice(start + message.length)
  // What follows a message that was changed afterwards may be the rest of the earlier one.
  if (!rest.startsWith('\n')) return []
  const frames = rest.slice(1).split('\n')
  const wrong = frames.findIndex(line => !frame.test(line) && !/^\s+at (?:async )?(?:[\w$.<>#]+ \(<anonymous>\)|<anonymous>)$/.test(line))
  return frames.slice(0, wrong < 0 ? most : Math.min(wrong, most)).map(line => line.trim())
}
