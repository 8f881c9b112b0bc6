/** Forms such as an owner may declare, with every type of field that none of ours has. */
export const ownForms = [
  {
    id: 'visit',
    title: 'Ask for a visit',
    intro: 'Somebody from the workshop comes by on Thursdays.',
    send: 'Ask for it',
    fields: [
      {
        type: 'choice', name: 'thing', label: 'What is it about?', required: true,
        options: ['A lamp', 'A kettle', 'Something else that has been standing in the cellar since your grandparents moved out'],
      },
      { type: 'choices', name: 'days', label: 'Which days suit you?', hint: 'As many as you like.', options: ['Thursday', 'Friday', 'Saturday'] },
      {
        type: 'choice', name: 'country', label: 'Which country?',
        options: ['Austria', 'Belgium', 'Denmark', 'Finland', 'France', 'Germany', 'Italy', 'Norway'],
      },
      { type: 'rating', name: 'rating', scale: 'nps' },
      { type: 'number', name: 'floor', label: 'On which floor?', min: 0, max: 30 },
      { type: 'date', name: 'day', label: 'The day it happened', max: '2030-01-01' },
      { type: 'phone', label: 'Where can we call you?' },
      { type: 'consent', name: 'terms', label: 'The workshop may keep my address until the visit is over, and for the guarantee.', required: true },
    ],
  },
  {
    id: 'move',
    title: 'Moving a clock',
    fields: [
      { type: 'text', name: 'from', label: 'From where?', required: true },
      { type: 'choice', name: 'lift', label: 'Is there a lift?', options: ['Yes', 'No'] },
      { type: 'story', label: 'Anything else?' },
    ],
    steps: [{ title: 'The old place', fields: ['from', 'lift'] }, { fields: ['story'] }],
  },
]
