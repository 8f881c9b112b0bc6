import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import { systemClock, type Clock } from '../support/clock.ts'
import { messageOf } from '../support/errors.ts'
import { attemptBy } from './attempt-by.ts'
import { everywhere, warnOfMiss, type OnMiss } from './everywhere.ts'
import { following } from './following.ts'
import { duplicatesOf, expectApart, filesOf, wayOf, type NamedPart, type Part, type Way } from './parts.ts'
import { quietTimes } from './quiet-times.ts'
import { readKeys, readWhen, wrongValue } from './read-when.ts'
import { settledParts } from './settled-parts.ts'
import { sideRemark } from './side-remark.ts'
import { TransportError, type Transport } from './transport.ts'
import { earlierBy, givenBy } from './via.ts'
import { fits, type When } from './when.ts'

/** Which issues go to a transport. */
export interface Rule extends NamedPart {
  /** As JSON, or a function that says the same of the same issue each time. Absent: all. */
  when?: When | ((issue: Issue) => boolean)
  /** For side remarks: each that fits goes as an issue of its own, whose `parent` is the whole one. The whole one goes its own way, with all of its remarks. */
  observations?: boolean
}

export interface RouteOptions {
  /** Told of a side remark that its part will never take; the whole issue has it as well. Default: a warning in the console. */
  onMiss?: OnMiss
  clock?: Clock
}

interface Road extends Pick<Rule, 'observations'> { way: Way; leads: (issue: Issue) => boolean }

/**
 * Sends an issue to the transport of the first rule that fits it, else to `otherwise`. The receipt is of the one that took it; whatever
 * follows the issue goes there.
 *
 * Its verdict is the verdict, and no other part is asked: for that there is `fallback`. Side remarks of their own go after the whole issue
 * has arrived; until each has, the issue waits, and only those that are missing are sent again, under the same ids.
 * @throws {EarshotError} `route/unknown-key`, `route/wrong-value`, `transport/wrong-option`
 */
export function route(rules: readonly Rule[], otherwise: Part, { onMiss = warnOfMiss, clock = systemClock }: RouteOptions = {}): Transport {
  if (!Array.isArray(rules)) throw wrongValue([], 'a list of rules', rules)
  const roads = rules.map(roadOf)
  const last: Way = wayOf(otherwise, 'otherwise', 'otherwise')
  const ways = [...roads.map(({ way }) => way), last]
  expectApart(ways)
  const settled = settledParts()
  const inPeace = quietTimes(clock)
  const whole = roads.filter(({ observations }) => !observations)
  const remarks = roads.filter(({ observations }) => observations)
  const earlierOf = (way: Way, earlier: readonly Receipt[] | undefined) => {
    const known = earlierBy(ways, last, way, earlier)
    return known.length ? { earlier: known } : {}
  }

  return {
    ...following(ways, last),
    ...duplicatesOf(ways.map(({ transport }) => transport)),
    ...filesOf([...whole.map(({ way }) => way), last].map(({ transport }) => transport)),
    async send(issue, attachments, { signal, again, earlier, after }) {
      const common = { signal, ...(again && { again }), ...(after && { after }) }
      const way = leading(whole, issue)?.way ?? last
      const sendWhole = async () => givenBy(way, await attemptBy(way, issue, attachments, { ...common, ...earlierOf(way, earlier) }))
      const split = (issue.observations ?? []).flatMap((_, index) => {
        const remark = sideRemark(issue, index)
        const road = leading(remarks, remark)
        if (!road) return []
        const send = (whole: Receipt) => inPeace(road.way, () => attemptBy(road.way, remark, [], { ...common, ...earlierOf(road.way, [whole]) }))
        return [{ part: `${road.way.name}/${index}`, send }]
      })
      return everywhere(issue, settled, sendWhole, split, onMiss)
    },
  }
}

function roadOf(rule: Rule, index: number): Road {
  const { when, observations, ...part } = readKeys(rule, [index], ['when', 'to', 'name', 'observations']) as Partial<Rule>
  if (observations !== undefined && typeof observations !== 'boolean') throw wrongValue([index, 'observations'], 'true or false', observations)
  const way = wayOf(part as NamedPart, `rules[${index}].to`, index)
  const leads = typeof when === 'function' ? asked(when, way) : everyOne(when === undefined ? {} : readWhen(when, [index, 'when']))
  return { way, leads, ...(observations && { observations }) }
}

const everyOne = (when: When) => (issue: Issue) => fits(issue, when)

const asked = (when: (issue: Issue) => boolean, { name }: Way) => (issue: Issue): boolean => {
  try {
    return when(structuredClone(issue)) === true
  } catch (error) {
    // Taken for a no, it would send the customer's words to somebody they are not for.
    throw new TransportError('route/when-failed', `The "when" of the rule for "${name}" failed: ${messageOf(error)}`, { retry: 'later' })
  }
}

const leading = (roads: readonly Road[], issue: Issue) => roads.find(({ leads }) => leads(issue))
