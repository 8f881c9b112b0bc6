import type { Issue } from '../../src/core/issue/issue.ts'

interface Letter extends Partial<Issue> {
  /** Before now, in hours. */
  ago: number
  /** What we answered. */
  answer?: string
}

/** What a shop of this size finds in its inbox on a Saturday, oldest first. */
export const letters: readonly Letter[] = [
  {
    ago: 70, kind: 'praise', topic: 'repair', story: 'Jonte explained the hinge to my father on the phone, for twenty minutes. He is 84 and has now repaired two kettles.',
    contact: { email: 'mirja.l@posteo.example' }, answer: 'Jonte has read it aloud at lunch. Greetings to your father.',
  },
  {
    ago: 52, kind: 'question', topic: 'delivery', story: 'Do you deliver to the Faroe Islands, and who pays the customs?', contact: { email: 'joannes@olivant.example' },
    answer: 'We do, by letter post. Customs are yours, about 25 % on top.',
  },
  { ago: 47, kind: 'idea', topic: 'shop', story: 'Show the drawing of the parts beside the table when I scroll. I went up and down a dozen times.' },
  {
    ago: 26, kind: 'problem', topic: 'payment', story: 'My bank shows two amounts of 189 € for one lamp. Which of them is real?', outcome: 'Tell me that one of them will go away, and when.',
    contact: { email: 'b.aydin@brieftaube.example' },
  },
  { ago: 20, kind: 'rating', topic: 'repair', rating: { scale: 'thumbs', value: 0, max: 1 }, story: 'The drawing does not say which way round the spring washer goes.' },
  {
    ago: 5, kind: 'problem', topic: 'delivery', story: 'The parcel is said to be at the neighbour’s since Tuesday. There is no such neighbour.',
    observations: [{ text: 'The tracking page cannot be read with a screen reader.', topic: 'shop' }], contact: { email: 'grete@haffpost.example' },
  },
]

/** The one that is being read in the pictures. */
export const story = 'Since this morning the arm of my Heron sinks after a few seconds. I tightened the screw by half a turn, it holds for an hour, then it sinks again.'
export const outcome = 'A new spring washer, or a hint what else I can try.'
export const observation = 'The box had no drawing in it.'
