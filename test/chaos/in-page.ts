// Runs in the pages of the chaos server: what a host's own script does with desks, one for each lane.
import { stringify } from '../../src/core/support/stringify.ts'
import type { Desk } from '../../src/desk/desk.ts'
import type { SubmissionState } from '../../src/desk/state.ts'
import { bytesOf, storyOf, type Lane, type Told, type Waiting, type Way } from './lane.ts'

type Start = (settings: Record<string, unknown>) => Promise<Desk>

const desks = new Map<string, { desk: Desk; id: string }>()
const home = location.origin === 'null' ? new URL(import.meta.url).origin : location.origin
// Against our own address: a page may have a <base> that leads elsewhere.
const app = import(`${home}/earshot/app.js`) as Promise<{ start: Start }>

const deskOf = async (lane: Lane): Promise<Desk> => {
  const known = desks.get(lane.name)
  if (known) return known.desk
  let asked = 0
  const identity = async () => `token-${++asked}`
  const { start } = await app
  return start({ desk: lane.name, endpoint: lane.endpoint ?? `/issues/${lane.name}`, ...(lane.identity && { identity }) })
}

const submissionOf = (name: string): SubmissionState | undefined => {
  const { desk, id } = desks.get(name)!
  return desk.state.submissions.get(id)
}

/** What does not come is said, not waited for: shorter than the limits that some tests let pass faster. */
const limited = <T>(what: () => string, begin: (resolve: (value: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`In vain: ${what()}`)), 19_000)
    begin(value => {
      clearTimeout(timer)
      resolve(value)
    })
  })

/** Resolves with the state of the lane's issue as soon as it is as wanted. */
const when = (name: string, wanted: (state: SubmissionState) => boolean) =>
  limited<SubmissionState>(() => `${name} is ${JSON.stringify(submissionOf(name)?.status)} after ${submissionOf(name)?.attempts} attempts`, resolve => {
    const { desk } = desks.get(name)!
    const look = () => {
      const state = submissionOf(name)
      if (!state || !wanted(state)) return false
      resolve(state)
      return true
    }
    if (look()) return
    const leave = desk.subscribe(() => {
      if (look()) queueMicrotask(() => leave())
    })
  })

const wayOf = ({ status, durable, attempts, dueAt, failure }: SubmissionState): Way => ({
  status, durable, attempts, ...(dueAt !== undefined && { dueIn: dueAt - Date.now() }), ...(failure && { failure }),
})

const textOf = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('.stack')?.innerText.replace(/\s+/g, ' ').trim() ?? ''

const chaos = {
  /** Writes an issue in this lane, with a file where it is to have one, and shows its receipt. Resolves once the desk says it is kept. */
  async submit(lane: Lane): Promise<Told> {
    const desk = await deskOf(lane)
    const bytes = bytesOf(lane)
    const submission = await desk.submit({
      kind: 'problem', story: storyOf(lane),
      ...(bytes && { attachments: [{ id: 'file-1', name: 'a “file”.bin', type: 'application/octet-stream', size: bytes.byteLength, bytes: bytes.buffer }] }),
    })
    const { id, issue, durable } = submission
    submission.receipt.catch(() => {})
    desks.set(lane.name, { desk, id })
    const receipt = Object.assign(document.createElement('earshot-receipt'), { id: `lane-${lane.name}` })
    receipt.setAttribute('desk', lane.name)
    receipt.setAttribute('issue', id)
    document.body.append(receipt)
    return { id, durable, issue: stringify(issue) }
  },
  /** A page that came later finds what an earlier one left in this lane. */
  async find(lane: Lane, id: string): Promise<void> {
    const desk = await deskOf(lane)
    desks.set(lane.name, { desk, id })
    // The first to listen is what wakes it.
    desk.subscribe(() => {})
  },
  /** How it stands after an attempt that did not succeed. */
  failed: async (name: string): Promise<Way> => wayOf(await when(name, ({ status }) => status === 'waiting' || status === 'refused')),
  refused: async (name: string): Promise<Way> => wayOf(await when(name, ({ status }) => status === 'refused')),
  accepted: async (name: string): Promise<Way> => wayOf(await when(name, ({ status }) => status === 'accepted')),
  /** How it stands once there were so many attempts; asks for each of them. */
  async attempted(name: string, count: number): Promise<Way> {
    const { desk } = desks.get(name)!
    while ((submissionOf(name)?.attempts ?? 0) < count) await desk.flush()
    return wayOf(await when(name, ({ status, attempts }) => attempts >= count && status !== 'sending'))
  },
  /** "Try now": resolves when this round is over. */
  flush: (name: string): Promise<void> => desks.get(name)!.desk.flush(),
  now: (name: string): Way | undefined => {
    const state = submissionOf(name)
    return state && wayOf(state)
  },
  /** What the customer reads, once the receipt begins with one of these headings. */
  told: (name: string, ...headings: string[]): Promise<string> =>
    limited(() => `${name} reads ${textOf(document.getElementById(`lane-${name}`)!)}`, resolve => {
      const look = () => {
        const text = textOf(document.getElementById(`lane-${name}`)!)
        if (headings.some(heading => text.startsWith(heading))) resolve(text)
        else requestAnimationFrame(look)
      }
      look()
    }),
  problems: (name: string): string[] => desks.get(name)!.desk.state.problems.map(({ code }) => code),
  /** What waits on this device in this lane, as the desk lists it. */
  waiting: async (name: string): Promise<Waiting[]> =>
    (await desks.get(name)!.desk.requests()).flatMap(({ id, status, dueAt }) => (status === 'accepted' ? [] : { id, status, dueIn: (dueAt ?? NaN) - Date.now() })),
}

/** The same in the frame of this page, which may not be looked into. */
const inFrame = (method: string, args: unknown[]) =>
  new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<{ value?: unknown; error?: string }>) => ('error' in data ? reject(new Error(data.error)) : resolve(data.value))
    document.querySelector('iframe')!.contentWindow!.postMessage({ method, args }, '*', [port2])
  })
addEventListener('message', ({ data, ports: [port] }: MessageEvent<{ method: keyof typeof chaos; args: never[] }>) => {
  if (!port) return
  const work = chaos[data.method] as (...args: never[]) => unknown
  Promise.resolve(work(...data.args)).then(value => port.postMessage({ value }), (error: unknown) => port.postMessage({ error: String(error) }))
})

export type Chaos = typeof chaos

Object.assign(globalThis, { chaos: { ...chaos, inFrame } })
