// The rooms of the house and what each may import, as data.

/** How one room may use another: for its types, by `import()` (or from a file that is itself only fetched so), or in any way. */
export type Way = 'types' | 'lazily' | 'freely'

export interface Room {
  name: string
  /** Files of the room, tried in the order of the table: the first match is the room. */
  files: RegExp
  /** Each element is a room of its own, although they share one row. */
  perFolder?: boolean
  may: Record<string, Way>
  packages?: Record<string, Way>
}

const core = (way: Way): Record<string, Way> =>
  Object.fromEntries(['support', 'issue', 'settings', 'forms', 'articles', 'outbox', 'transports', 'escalation'].map(name => [`core/${name}`, way]))

const leaves = { 'core/issue': 'freely', 'core/support': 'freely' } as const

export const rooms: Room[] = [
  // A door may open every room; which ones it opens at once is a question of bytes, and the size budgets ask it.
  // `define.ts` beside an element is the door through which it can be had alone.
  {
    name: 'doors',
    files: /^src\/([^/]+|elements\/[^/]+\/define|receiver\/index|testing\/index)\.ts$/,
    may: {
      doors: 'freely', ...core('freely'), desk: 'freely', page: 'freely', locale: 'freely', elements: 'freely', roster: 'freely',
      'elements/shared': 'freely', receiver: 'freely', testing: 'freely', react: 'freely',
    },
    packages: { lit: 'types' },
  },
  // What a framework calls its own: a component, or types and nothing else.
  { name: 'react', files: /^src\/react\//, may: { elements: 'freely', roster: 'freely', tags: 'types' } },
  { name: 'frameworks', files: /^src\/frameworks\//, may: { tags: 'types' } },
  { name: 'core/support', files: /^src\/core\/support\//, may: {} },
  // What a setting may be, for the page and for whoever checks a page from outside.
  { name: 'core/settings', files: /^src\/core\/settings\//, may: { 'core/support': 'freely' } },
  { name: 'core/issue', files: /^src\/core\/issue\//, may: { 'core/support': 'freely' } },
  { name: 'core/articles', files: /^src\/core\/articles\//, may: leaves },
  { name: 'core/forms', files: /^src\/core\/forms\//, may: leaves },
  { name: 'core/outbox', files: /^src\/core\/outbox\//, may: { ...leaves, 'core/transports': 'types' } },
  { name: 'core/transports', files: /^src\/core\/transports\//, may: leaves },
  { name: 'core/escalation', files: /^src\/core\/escalation\//, may: leaves },
  { name: 'desk', files: /^src\/desk\//, may: core('freely') },
  { name: 'page', files: /^src\/page\//, may: { ...core('freely'), desk: 'types' } },
  { name: 'locale', files: /^src\/locale\//, may: {} },
  { name: 'roster', files: /^src\/elements\/(roster|summon-in)\.ts$/, may: { elements: 'lazily', 'elements/shared': 'freely' } },
  {
    name: 'elements/shared',
    files: /^src\/elements\/shared\//,
    may: { 'desk/shelf': 'freely', desk: 'types', ...core('types'), locale: 'freely' },
    packages: { lit: 'freely' },
  },
  {
    name: 'elements',
    files: /^src\/elements\/[^/]+\//,
    perFolder: true,
    may: { 'elements/shared': 'freely', desk: 'types', ...core('types'), locale: 'freely', page: 'lazily' },
    packages: { lit: 'freely' },
  },
  // The promise is made of the same hours, by the same rules, on both sides.
  // So is a question of the staff's checked by the rules of every form. A forwarder is a transport that may hold a secret.
  { name: 'receiver', files: /^src\/receiver\//, may: { ...leaves, 'core/escalation': 'freely', 'core/forms': 'freely', 'core/transports': 'freely' } },
  { name: 'cli', files: /^src\/cli\//, may: core('freely') },
  // Kits for people who write a transport or a source of their own.
  { name: 'testing', files: /^src\/testing\//, may: core('freely') },
]

export const roomOf = (path: string): Room | undefined => rooms.find(room => room.files.test(path))

/** Two files of a row with a room per folder are in one room only if they share the folder. */
export const sameRoom = (one: string, other: string, room: Room): boolean =>
  !room.perFolder || one.split('/')[2] === other.split('/')[2]
