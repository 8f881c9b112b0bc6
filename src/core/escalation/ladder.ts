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
}

/** The levels of people one can reach, lowest first. */
export type Ladder = readonly Rung[]
