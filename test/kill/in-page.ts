// What runs in the page: it travels as text, so each function stands for itself.
import type { Draft } from '../../src/core/issue/draft.ts'
import type { Desk } from '../../src/desk/desk.ts'
import type { Tab } from './mortal-browser.ts'

/** What a page says, at the moment it may say it to a customer. */
export type Told =
  | { said: 'begun'; story: string }
  | { said: 'kept'; story: string; id: string; body: string; durable: boolean; files: string[] }
  | { said: 'accepted'; story: string; id: string; reference: string }
  | { said: 'typed'; story: string }
  | { said: 'failed'; story: string; why: string }

interface Saying extends Window { earshot?: { push(callback: (desk: Desk) => void): unknown }; say(told: Told): void; deskHere: Desk }

/** Gets the page ready: waits for its desk, and lays in what says things out of the page. */
export const prepare = (tab: Tab) =>
  tab.evaluate(async () => {
    const page = window as unknown as Saying
    // On its way at once, and at the server before anybody is killed for it: what is lost is only not checked.
    page.say = told => void fetch('/kill/told', { method: 'POST', body: JSON.stringify(told), keepalive: true }).catch(() => {})
    page.deskHere = await new Promise<Desk>(resolve => (page.earshot ??= []).push(resolve))
  })

/** Submits so many at once, one after the other or all together, each third with a file. Resolves at once: it goes on until somebody dies. */
export const submitMany = (tab: Tab, stories: string[], together: boolean) =>
  tab.evaluate((stories: string[], together: boolean) => {
    const { say, deskHere } = window as unknown as Saying
    const submit = async (story: string, at: number) => {
      try {
        say({ said: 'begun', story })
        // All the bytes there are, so that one that is changed is seen.
        const bytes = Uint8Array.from({ length: 3_000 + at * 7_000 }, (_, i) => (i * 31 + at) % 256)
        const hex = async () => Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), byte => byte.toString(16).padStart(2, '0')).join('')
        const file = { id: `file-${at}`, name: `${at}.txt`, type: 'text/plain', size: bytes.length, bytes: bytes.buffer as ArrayBuffer }
        const files = at % 3 ? [] : [file]
        const draft = { kind: 'idea', form: 'idea', story, ...(files.length && { attachments: files }) } as Draft
        const { id, issue, durable, receipt } = await deskHere.submit(draft)
        say({ said: 'kept', story, id, body: JSON.stringify(issue), durable, files: files.length ? [await hex()] : [] })
        void receipt.then(({ reference }) => say({ said: 'accepted', story, id, reference }), error => say({ said: 'failed', story, why: String(error) }))
      } catch (error) {
        say({ said: 'failed', story, why: String(error) })
      }
    }
    void (async () => {
      if (together) await Promise.all(stories.map(submit))
      else for (const [at, story] of stories.entries()) await submit(story, at)
    })()
  }, stories, together)

/** Types into a form, and says so a second later. */
export const type = (tab: Tab, form: string, story: string) =>
  tab.evaluate(async (form: string, story: string) => {
    const { say, deskHere } = window as unknown as Saying
    // As a form does when it is opened: what keeps drafts is here before the second begins.
    await deskHere.restore(form)
    deskHere.edit(form, { story })
    setTimeout(() => say({ said: 'typed', story }), 1_000)
  }, form, story)

/** What comes back of what was typed into a form. */
export const restored = (tab: Tab, form: string) =>
  tab.evaluate(async (form: string) => {
    const { deskHere } = window as unknown as Saying
    await deskHere.restore(form)
    return deskHere.state.drafts.get(form)?.story
  }, form)

/** Whether this tab has the lock of whoever sends. */
export const isSender = (tab: Tab) =>
  tab.evaluate(async () => {
    const mark = `who-${Math.random()}`
    const own = await navigator.locks.request(mark, async () => (await navigator.locks.query()).held?.find(({ name }) => name === mark)?.clientId)
    const { held = [] } = await navigator.locks.query()
    return held.some(({ name, clientId }) => name === 'earshot@1' && clientId === own)
  })
