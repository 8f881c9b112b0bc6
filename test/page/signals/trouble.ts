import type { Recording, Step } from './replay.ts'

const form = `<form id="form" novalidate><fieldset><legend>Where it goes</legend><label for="code">Postcode</label><input id="code" aria-describedby="hint"><p id="hint"></p>
  <label for="town">Town</label><input id="town"><button id="send">Send</button></fieldset></form>`
const native = '<form id="form"><label for="code">Postcode</label><input id="code" required><button id="send">Send</button></form>'
const text = '<p id="text">A lamp of brass and oak.</p>'
const broken = 'data:image/png;base64,AA=='

const each = (count: number, steps: readonly Step[]): Step => ({ repeat: count, steps })
const wrong = (field: string): Step[] => [{ focus: field }, { type: field, times: 4 }, { blur: field }, { set: field, name: 'aria-invalid', value: 'true' }, { wait: 2000 }]

/** What people do when something is wrong. */
export const trouble: readonly Recording[] = [
  { what: 'a button that does nothing is hammered', page: '<button id="pay" type="button">Pay</button>', steps: [{ press: '#pay', times: 6 }, { wait: 1500 }], signs: ['rage-click'] },
  { what: 'a picture that looks like a button is hammered', page: '<div id="card"><b id="price">€ 189</b></div>', steps: [{ press: '#price', times: 5, every: 220 }, { wait: 1500 }], signs: ['rage-click'] },
  { what: 'a link without an address is hammered', page: '<a id="more" href="#">More</a>', steps: [{ press: '#more', times: 4, every: 300 }, { wait: 1500 }], signs: ['rage-click'] },
  { what: 'somebody taps with a finger that is not quite still', page: '<button id="pay" type="button">Pay</button>', steps: [{ press: '#pay', at: [50, 50] }, { wait: 200 }, { press: '#pay', at: [58, 44] }, { wait: 200 }, { press: '#pay', at: [47, 60] }, { wait: 200 }, { press: '#pay', at: [53, 52] }, { wait: 1500 }], signs: ['rage-click'] },
  { what: 'a button does nothing', page: '<button id="pay" type="button">Pay</button>', steps: [{ press: '#pay' }, { wait: 1500 }], signs: ['dead-click'] },
  { what: 'something that calls itself a button does nothing', page: '<div id="pay" role="button" tabindex="0">Pay</div>', steps: [{ press: '#pay' }, { wait: 1500 }], signs: ['dead-click'] },
  { what: 'something with a hand over it does nothing', page: '<span id="pay" style="cursor: pointer">Details</span>', steps: [{ press: '#pay' }, { wait: 1500 }], signs: ['dead-click'] },
  { what: 'a link leads to a place that is not there', page: '<a id="more" href="#nowhere">More</a>', steps: [{ press: '#more' }, { wait: 1500 }], signs: ['dead-click'] },
  { what: 'a form\'s button sends nothing', page: '<form><input><button id="send">Send</button></form>', steps: [{ press: '#send' }, { wait: 1500 }], signs: ['dead-click'] },
  { what: 'the same field is wrong with one value and with the next', page: form, steps: [...wrong('#code'), { set: '#code', name: 'aria-invalid', value: 'false' }, ...wrong('#code')], signs: ['field-invalid'] },
  { what: 'the same field stays marked wrong from one value to the next', page: form, steps: [...wrong('#code'), ...wrong('#code')], signs: ['field-invalid'] },
  { what: 'somebody corrects a field at once, and is wrong again', page: form, steps: [...[0, 1].flatMap((): Step[] => [{ focus: '#code' }, { type: '#code', times: 4 }, { event: 'change', on: '#code' }, { set: '#code', name: 'aria-invalid', value: 'true' }, { blur: '#code' }, { wait: 60 }]), { wait: 2000 }], signs: ['field-invalid'] },
  { what: 'a form is sent twice with the same field wrong', page: form, steps: [{ submit: '#form' }, { set: '#code', name: 'aria-invalid', value: 'true' }, { wait: 2000 }, { submit: '#form' }, { wait: 2000 }], signs: ['field-invalid'] },
  { what: 'the browser itself refuses the same field twice', page: native, steps: [{ press: '#send' }, { invalid: '#code' }, { wait: 3000 }, { press: '#send' }, { invalid: '#code' }, { wait: 2000 }], signs: ['field-invalid'] },
  { what: 'the browser refuses it, and refuses the next value', page: native, steps: [{ press: '#send' }, { invalid: '#code' }, { wait: 3000 }, { focus: '#code' }, { type: '#code', times: 3 }, { enter: '#code' }, { invalid: '#code' }, { wait: 2000 }], signs: ['field-invalid'] },
  { what: 'the server finds the same field wrong, late, and again', page: form, steps: [{ submit: '#form' }, { wait: 1800 }, { set: '#code', name: 'aria-invalid', value: 'true' }, { wait: 2000 }, { set: '#code', name: 'aria-invalid', value: undefined }, { type: '#code', times: 3 }, { blur: '#code' }, { wait: 900 }, { submit: '#form' }, { wait: 1800 }, { set: '#code', name: 'aria-invalid', value: 'true' }, { wait: 1000 }], signs: ['field-invalid'] },
  { what: 'a form is sent three times as it is', page: form, steps: [each(3, [{ submit: '#form' }, { wait: 4000 }])], signs: ['form-repeated'] },
  { what: 'a letter to the shop is sent again and again', page: '<form id="form"><textarea></textarea></form>', steps: [each(4, [{ submit: '#form' }, { wait: 6000 }])], signs: ['form-repeated'] },
  { what: 'a click ends in an error', page: text, steps: [{ press: '#text' }, { wait: 300 }, { error: {} }], signs: ['script-error'] },
  { what: 'a click ends in a promise that nobody caught', page: text, steps: [{ press: '#text' }, { wait: 1200 }, { rejection: {} }], signs: ['script-error'] },
  { what: 'a form that is sent ends in an error', page: form, steps: [{ submit: '#form' }, { wait: 200 }, { error: {} }], signs: ['script-error'] },
  { what: 'a click ends in an error of the server', page: text, steps: [{ press: '#text' }, { wait: 700 }, { request: { responseStatus: 500, duration: 600 } }], signs: ['request-failed'] },
  { what: 'the server is too busy for a form', page: form, steps: [{ submit: '#form' }, { wait: 3000 }, { request: { responseStatus: 503, duration: 2900 } }], signs: ['request-failed'] },
  { what: 'a form is refused payment', page: form, steps: [{ submit: '#form' }, { wait: 900 }, { request: { responseStatus: 402, duration: 800 } }], signs: ['request-failed'] },
  { what: 'a click is answered after nine seconds', page: text, steps: [{ press: '#text' }, { wait: 9100 }, { request: { duration: 9000 } }], signs: ['request-slow'] },
  { what: 'a form is answered after seven seconds', page: form, steps: [{ submit: '#form' }, { wait: 7200 }, { request: { duration: 7000 } }], signs: ['request-slow'] },
  { what: 'between two pages, with a glance at each', page: text, steps: ['/delivery', '/returns', '/delivery', '/returns', '/delivery'].flatMap((path): Step[] => [{ arrive: path }, { wait: 5000 }]), signs: ['back-and-forth'] },
  { what: 'between two pages, and on to a third in the end', page: text, steps: ['/a', '/b', '/c', '/b', '/c', '/b'].flatMap((path): Step[] => [{ arrive: path }, { wait: 4000 }]), signs: ['back-and-forth'] },
  { what: 'the same page for the third time, by way of others', page: text, steps: ['/warranty', '/help', '/contact', '/warranty', '/help', '/order', '/warranty'].flatMap((path): Step[] => [{ arrive: path }, { wait: 30_000 }]), signs: ['third-visit'] },
  { what: 'the way to the same page is taken again and again', page: text, steps: ['/size', '/boots', '/basket', '/size', '/boots', '/shoes', '/size'].flatMap((path): Step[] => [{ arrive: path }, { wait: 20_000 }]), signs: ['third-visit'] },
  { what: 'somebody stands before a field for half a minute', page: form, steps: [{ focus: '#code' }, { wait: 31_000 }], signs: ['form-hesitation'] },
  { what: 'somebody begins, and does not go on', page: form, steps: [{ focus: '#code' }, { type: '#code', times: 3 }, { wait: 34_000 }], signs: ['form-hesitation'] },
  { what: 'somebody fills in the same field again and again', page: form, steps: [each(4, [{ focus: '#town' }, { type: '#town', times: 6 }, { blur: '#town' }, { wait: 3000 }])], signs: ['form-hesitation'] },
  { what: 'somebody stands before a choice', page: '<form><label for="size">Size</label><select id="size"><option>1</option></select></form>', steps: [{ focus: '#size' }, { wait: 31_000 }], signs: ['form-hesitation'] },
  { what: 'a picture was broken before anybody watched', page: `<img alt="The label with the number of the part" width="300" height="200" src="${broken}">`, steps: [{ wait: 2000 }], signs: ['picture-broken'] },
  { what: 'a picture that comes later is broken', page: '<div id="box"></div>', steps: [{ add: '#box', html: `<img alt="The label with the number of the part" width="300" height="200" src="${broken}">` }, { pictures: 'img' }, { wait: 2000 }], signs: ['picture-broken'] },
]
