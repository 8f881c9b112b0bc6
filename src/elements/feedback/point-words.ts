import type { PointWords } from '../../page/point/bar.ts'
import type { Say } from '../shared/say.ts'

/** What the picker says: it stands on the page and speaks no language by itself. */
export const pointWords = (say: Say): PointWords => ({
  title: say('point.start'),
  how: say('point.how'),
  keys: say('point.keys'),
  previous: say('point.previous'),
  next: say('point.next'),
  around: say('point.around'),
  take: say('point.take'),
  cancel: say('point.cancel'),
  nothing: say('point.nothing'),
  wordless: say('point.wordless'),
  named: (role, text) => say('point.named', { role: say(`point.${role}`), text }),
  roles: {
    button: say('point.button'),
    link: say('point.link'),
    heading: say('point.heading'),
    picture: say('point.picture'),
    field: say('point.field'),
  },
})
