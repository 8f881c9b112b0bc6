// What it costs to look through a customer's words. `node test/bench/redaction.ts`, or a part of `npm run bench`.
import { idRules, ids } from '../../src/core/issue/redaction-ids.ts'
import { stretches } from '../../src/core/issue/stretches.ts'
import { nearMisses } from '../core/issue/redaction-corpus/near-misses.ts'
import { figure, table, type Figure } from './figure.ts'

// A story as customers write them, with a little of everything, and texts made to be hard.
const sentence =
  'I ordered the lamp on 21.11.2026 and paid 59,90 € by card, but the parcel 00340434161094042557 never came. It was for my mother, who has waited for three weeks now. ' +
  'I wrote to your service twice and nobody answered; the last time it was a certain Mr Brown, who said that it would take two days. It flickers, too, whenever I switch it on. ' +
  'My order is 2026-0815, write to bob@example.com or call 0171 2345678 after six. '
const hard = ['a', '1.', '4 ', '00 1', 'a@', '0171 2345678 ', '4111 1111 1111 1111 ', 'eyJa.', '://a:', 'a=', 'call me ', '"a":"', '%3Ftoken', 'sk_', 'DE89 ', 'ä', '١', '漢', 'expir%', 'key-....']
const long = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Milliseconds of the processor's time, for what else runs on the machine must not count; the least of a few. */
function cost(text: string, options: Parameters<typeof stretches>[1] = {}, times = 5): number {
  // A short text is looked through often enough to be measured.
  const often = Math.ceil(100_000 / text.length)
  return Math.min(...Array.from({ length: times }, () => {
    const start = process.cpuUsage()
    for (let run = 0; run < often; run++) stretches(text, options)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000 / often
  }))
}

export function benchRedaction(rounds: number): Figure[] {
  const story = long(sentence, 10_000)
  const all = { ids: idRules(Object.keys(ids)) }
  for (let warm = 0; warm < 50; warm++) cost(story, all, 1)
  const runs = Array.from({ length: rounds }, (_, index) => index)
  // Over three doublings: one moment's garbage must not pass for a law. What a law is, a test counts: redaction-work.test.ts.
  const growth = hard.map(unit => ({ unit, ratio: Math.cbrt(cost(long(unit, 800_000), {}, 9) / cost(long(unit, 100_000), {}, 9)) }))
  const worst = growth.reduce((one, other) => (other.ratio > one.ratio ? other : one))
  const slowest = hard.map(unit => ({ unit, ms: cost(long(unit, 200_000)) })).reduce((one, other) => (other.ms > one.ms ? other : one))
  return [
    figure('redaction, a story of 10,000 characters', 'ms', runs.map(() => cost(story)), { target: { limit: 2 } }),
    figure('redaction, the same with every national id', 'ms', runs.map(() => cost(story, all))),
    figure('redaction, what near misses cost', 'ms', runs.map(() => cost(long(nearMisses.join(' '), 10_000)))),
    figure('redaction, hard text of 200,000 characters', 'ms', [slowest.ms], { target: { limit: 250 }, note: `the slowest of ${hard.length}: ${JSON.stringify(slowest.unit)}` }),
    figure('redaction, time for twice the text', '×', [worst.ratio], { target: { limit: 2.6 }, note: `over three doublings, the steepest of ${hard.length}: ${JSON.stringify(worst.unit)}` }),
  ]
}

if (import.meta.filename === process.argv[1]) console.log(table(benchRedaction(5)))
