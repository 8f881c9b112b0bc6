// @ts-check
import { problemOf, selectField, textField, tick } from '../fields.js'

/** @type {import('../choices.js').Part} */
export const behaviour = {
  title: 'Sending and privacy',
  short: ({ config }) => [typeof config['endpoint'] === 'string' ? config['endpoint'] : 'no endpoint', config['consent'] === 'required' && 'after consent'].filter(Boolean).join(', '),
  draw: () => [
    textField({ path: '/endpoint', label: 'Where issues are posted', placeholder: '/issues', hint: 'Earshot’s receiver, or anything that speaks its protocol. The preview sends nothing.' }),
    selectField({ path: '/accept', label: 'What counts as accepted', options: [['', 'A receipt'], ['2xx', 'Any answer of 2xx']] }),
    tick({ path: '/consent', label: 'Keep nothing on the device before the customer agrees', hint: 'Your consent banner calls desk.consent(true).', on: 'required', off: 'not-required' }),
    tick({ path: '/signals', label: 'Offer one article at signs of trouble', hint: 'Watched on the device only.', usual: true }),
    tick({ path: '/gaps', label: 'Tell me what could not be answered', hint: 'Without identity, and once the customer has agreed.' }),
    tick({ path: '/leaving', label: 'Customers may say that they think of leaving' }),
    tick({ path: '/capture/environment', label: 'Send language, window and browser along', usual: true }),
    tick({ path: '/capture/journey', label: 'Send what was searched and read along', usual: true }),
    tick({ path: '/capture/diagnostics', label: 'Offer to send the latest errors along', hint: 'Only ever what the customer ticks.' }),
    problemOf('/capture'),
  ],
}
