/** How a rung is reached. `message` is the form itself: always open, answered within `answersWithin`. */
export type RungKind = 'message' | 'email' | 'phone' | 'callback' | 'chat' | 'link' | 'visit'

/** One level of people, as the site owner declares it. */
export interface Rung {
  id: string
  /** A person's or a team's name, as the customer reads it. */
  name: string
  kind: RungKind
  /** `mailto:` address, telephone number or URL, by kind. Checked by scheme at the moment of use. */
  to?: string
  avatar?: string
  /** schema.org opening hours (`Mo-Fr 09:00-17:30`, several separated by `;`); absent means always. */
  hours?: string
  /** IANA name (`Europe/Berlin`) the hours are meant in. Default: UTC. */
  timeZone?: string
  /** Days without service, `YYYY-MM-DD` in the rung's own zone. */
  holidays?: string[]
  /** How long an answer takes, in hours in which the rung is open. */
  answersWithin?: number
  /** BCP 47 languages spoken. */
  languages?: string[]
  topics?: string[]
  /** The receiver's own median of the last 28 days is told beside the promise, and makes it later where it is slower. Default false. */
  measured?: boolean
  /** Days with other hours than usual: `{ "date": "2026-12-24", "hours": "09:00-12:00" }`; without hours nobody is there. */
  exceptions?: readonly { date: string; hours?: string }[]
  /** Who may use it. `identified`: only whom the site has signed in. Default everyone. */
  for?: 'everyone' | 'identified'
  /** Offered only once this has been tried, so many hours ago; until then it is shown with what comes first. */
  after?: { tried?: Tried; hours?: number }
}

/** The levels of people one can reach, lowest first. */
export type Ladder = readonly Rung[]

/** `help`: something was searched for or read; `message`: an issue was accepted; else the id of a rung that has, or had, the case. */
export type Tried = 'help' | 'message' | (string & {})

/** Where to go when the last rung did not help: an ombudsman, a regulator, a community. */
export interface Outside { name: string; to: string; note?: string }
