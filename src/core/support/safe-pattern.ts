import { messageOf } from './errors.ts'
import { growth } from './pattern-loops.ts'
import { hasChoice, patternGraph, Unfit } from './pattern-graph.ts'
import { patternTree, type PatternTree } from './pattern-tree.ts'

const longest = 1_000
// Each choice may double what is tried: safe-regex's limit (substack, 2013), which counts all of them.
const mostChoices = 25

// What sets of characters are told apart by: all of Latin, and of the rest enough to meet every script.
const samples: readonly string[] = [
  ...[...Array(0x300).keys()].map(code => String.fromCharCode(code)),
  ...[...Array(0x1ff).keys()].map(step => String.fromCodePoint(0x300 + step * 0x61)).filter(sample => !/[\ud800-\udfff]/.test(sample) || sample.length > 1),
  '\u200b', '\u2028', '\u{1f600}', '\u{20000}',
]

/**
 * A regular expression of somebody else's, compiled, unless it is wrong or could take for ever: then a plain reason, which
 * continues a sentence about the pattern. It is judged by its source, on the careful side: refused are patterns whose time
 * can grow exponentially, or by more than the square of the text's length when every place in the text may be a beginning
 * (a pattern that starts with `^` begins at one), and those that refer back. A square is harmless for short texts only.
 * @param flags default `u`, which is added where neither `u` nor `v` is there.
 */
export function safePattern(source: string, flags = 'u'): { pattern: RegExp } | { reason: string } {
  const all = /[uv]/.test(flags) ? flags : flags + 'u'
  if (source.length > longest) return { reason: `is longer than ${longest} characters` }
  let pattern: RegExp
  try {
    pattern = new RegExp(source, all)
  } catch (error) {
    return { reason: `is no regular expression: ${messageOf(error)}` }
  }
  try {
    const tree = patternTree(source, all.includes('v'))
    const reason = reasonAgainst(tree, source, all)
    return reason ? { reason } : { pattern }
  } catch (error) {
    if (error instanceof Unfit) return { reason: `cannot be used: ${error.message}` }
    throw error
  }
}

function reasonAgainst(tree: PatternTree, source: string, flags: string): string | undefined {
  if (countOf(tree, node => node.type === 'repeat' && node.min !== node.max) > mostChoices) return `has more than ${mostChoices} repetitions`
  if (looksAfterLoop(tree)) return 'can take very long: it looks ahead or behind for something of any length again and again'
  const setOf = setsOf(source, flags)
  // What is looked for around a place begins there.
  const looks = looksIn(tree)
  const power = growth(patternGraph(tree, setOf))
  if (power === Infinity || looks.some(look => growth(patternGraph(look, setOf)) > 1)) {
    return 'can take for ever: something that is repeated can be read in several ways'
  }
  const beginsOnce = tree.type !== 'either' && source.startsWith('^') && !flags.includes('m')
  return power > (beginsOnce ? 2 : 1) ? 'can take very long: repetitions that follow one another match the same text' : undefined
}

/** Sets as bits: one for each group of samples that no set of the pattern tells apart. */
function setsOf(source: string, flags: string): (set: string) => bigint {
  const known = new Map<string, bigint>()
  const all = [...new Set([...samples, ...source])]
  const only = flags.replace(/[gy]/g, '')
  return set => {
    let bits = known.get(set)
    if (bits === undefined) {
      const test = new RegExp(`^(?:${set})$`, only)
      bits = BigInt('0b' + all.map(sample => (test.test(sample) ? 1 : 0)).join(''))
      known.set(set, bits)
    }
    return bits
  }
}

const partsOf = (node: PatternTree): readonly PatternTree[] => ('parts' in node ? node.parts : 'part' in node ? [node.part] : [])
const countOf = (node: PatternTree, is: (node: PatternTree) => boolean): number =>
  partsOf(node).reduce((sum, part) => sum + countOf(part, is), is(node) ? 1 : 0)
const looksIn = (node: PatternTree): PatternTree[] =>
  partsOf(node).flatMap(looksIn).concat(node.type === 'look' ? [node.part] : [])

/** Whether something of any length is looked for within a loop or after one: each of its rounds would look again. */
function looksAfterLoop(tree: PatternTree): boolean {
  let loops = 0
  const visit = (node: PatternTree): boolean => {
    const loop = node.type === 'repeat' && node.max > 9
    if (loop) loops++
    if (node.type === 'look') return loops > 0 && hasChoice(node.part) && countOf(node.part, part => part.type === 'repeat' && part.max > 9) > 0
    return partsOf(node).some(visit)
  }
  return visit(tree)
}
