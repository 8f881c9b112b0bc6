import { createDesk } from 'earshot'

export const desk = createDesk({
  endpoint: '/issues',
  articles: [
    { id: 'parking', title: 'Where can I park?', body: 'Behind the fish market, free after six.', format: 'markdown' },
    { id: 'tide', title: 'Can I walk the mole at high tide?', body: 'No. It is dry from three hours before low water.', format: 'markdown' },
  ],
})
