import type { Recording, Step } from './replay.ts'

type Ordinary = Omit<Recording, 'signs'>

const text = '<p id="text">A lamp of brass and oak, made in the reed country. Each has a number.</p>'
const stepper = '<div><button id="less" type="button">−</button><input id="many" type="number"><button id="more" type="button">+</button></div>'
const form = `<form id="form"><label for="town">Town</label><input id="town" required><label for="code">Postcode</label><input id="code" required>
  <textarea id="note"></textarea><button id="send">Send</button></form>`
const carousel = '<div><div id="slide">1</div><button id="next" type="button" aria-label="Next">›</button></div>'

const each = (count: number, steps: readonly Step[]): Step => ({ repeat: count, steps })

/** What people do all day when nothing is wrong. */
export const ordinary: readonly Ordinary[] = [
  { what: 'a double click selects a word', page: text, steps: [{ press: '#text', times: 2 }, { select: '#text' }, { wait: 2000 }] },
  { what: 'a triple click selects a paragraph', page: text, steps: [{ press: '#text', times: 3 }, { select: '#text' }, { wait: 2000 }] },
  { what: 'five quick clicks in a text select it', page: text, steps: [{ press: '#text', times: 5 }, { select: '#text' }, { wait: 2000 }] },
  { what: 'clicks into the text while reading', page: text, steps: [each(6, [{ press: '#text' }, { wait: 900 }])] },
  { what: 'a stepper is pressed ten times and shows the number', page: '<div><output id="count">1</output><button id="more" type="button">+</button></div>',
    steps: [each(10, [{ press: '#more' }, { text: '#count', to: 'n' }, { wait: 160 }])] },
  { what: 'a stepper beside a field is pressed ten times: what the field says cannot be seen', page: stepper, steps: [{ press: '#more', times: 10 }, { wait: 2000 }, { press: '#less' }, { wait: 2000 }] },
  { what: 'the arrows inside a number field are pressed ten times', page: stepper, steps: [each(10, [{ press: '#many' }, { type: '#many' }]), { wait: 2000 }] },
  { what: 'a game of clicking moves its target', page: '<div id="game"><span id="mole" style="cursor: pointer">●</span></div>',
    steps: [each(30, [{ press: '#mole' }, { set: '#mole', name: 'class', value: 'up' }, { wait: 300 }])] },
  { what: 'a game of clicking is drawn on a canvas', page: '<canvas id="game" style="cursor: pointer"></canvas>', steps: [{ press: '#game', times: 30, every: 140 }, { wait: 2000 }] },
  { what: 'clicks all over a map', page: '<canvas id="map"></canvas>', steps: [{ press: '#map', at: [10, 10] }, { wait: 300 }, { press: '#map', at: [200, 90] }, { wait: 300 }, { press: '#map', at: [60, 240] }, { wait: 2000 }] },
  { what: 'a slider is dragged', page: '<label for="size">Size</label><input id="size" type="range">', steps: [{ event: 'pointerdown', on: '#size' }, each(20, [{ type: '#size', every: 30 }]), { press: '#size' }, { wait: 2000 }] },
  { what: 'a slider of the page\'s own is dragged', page: '<div id="size" role="slider" tabindex="0" style="cursor: pointer"></div>', steps: [each(4, [{ press: '#size' }, { wait: 250 }]), { wait: 2000 }] },
  { what: 'a text is selected by dragging', page: text, steps: [{ event: 'pointerdown', on: '#text' }, { wait: 800 }, { select: '#text' }, { press: '#text' }, { wait: 2000 }] },
  { what: 'a carousel goes next, next, next', page: carousel, steps: [each(8, [{ press: '#next' }, { text: '#slide', to: 'next' }, { wait: 350 }])] },
  { what: 'a carousel scrolls', page: carousel, steps: [each(8, [{ press: '#next' }, { event: 'scroll', on: '#slide' }, { wait: 350 }])] },
  { what: 'a button is held down at the keyboard', page: '<button id="more" type="button">Louder</button>', steps: [{ key: '#more', times: 25, every: 33 }, { wait: 2000 }] },
  { what: 'a menu opens when it is clicked', page: '<nav><button id="menu" type="button">Menu</button></nav>', steps: [{ press: '#menu' }, { set: '#menu', name: 'aria-expanded', value: 'true' }, { wait: 2000 }] },
  { what: 'a menu opens when the finger goes down, before the click', page: '<button id="menu" type="button">Menu</button>',
    steps: [{ event: 'pointerdown', on: '#menu' }, { set: '#menu', name: 'class', value: 'open' }, { wait: 120 }, { press: '#menu' }, { set: '#menu', name: 'class', value: '' }, { wait: 2000 }] },
  { what: 'a popover opens', page: '<button id="more" type="button">More</button><div id="box"></div>', steps: [{ press: '#more' }, { event: 'toggle', on: '#box' }, { wait: 2000 }] },
  { what: 'a checkbox goes on and off', page: '<label><input id="gift" type="checkbox"> A gift</label>', steps: [{ press: '#gift', times: 8, every: 250 }, { wait: 2000 }] },
  { what: 'the label of a checkbox is clicked on and off', page: '<label id="label"><input type="checkbox"> A gift</label>', steps: [{ press: '#label', times: 6, every: 250 }, { wait: 2000 }] },
  { what: 'the tab that is open is clicked again', page: '<div role="tablist"><button id="tab" type="button" role="tab" aria-selected="true">Parts</button></div>', steps: [{ press: '#tab' }, { wait: 2000 }] },
  { what: 'the way back to the top is taken at the top', page: '<p id="top"></p><a id="up" href="#top">Up</a>', steps: [{ press: '#up' }, { wait: 2000 }] },
  { what: 'a button that is not to be used yet', page: '<button id="pay" type="button" aria-disabled="true">Pay</button>', steps: [{ press: '#pay' }, { wait: 2000 }] },
  { what: 'a button asks the server, and it answers', page: '<button id="like" type="button">Note it</button>', steps: [{ press: '#like' }, { wait: 400 }, { request: {} }, { wait: 2000 }] },
  { what: 'a button copies something', page: '<button id="copy" type="button">Copy</button>', steps: [{ press: '#copy' }, { event: 'copy' }, { wait: 2000 }] },
  { what: 'a button opens another window', page: '<button id="open" type="button">Print</button>', steps: [{ press: '#open' }, { event: 'blur' }, { wait: 2000 }] },
  { what: 'a film is played and stopped', page: '<video id="film" style="cursor: pointer"></video>', steps: [each(4, [{ press: '#film' }, { wait: 300 }]), { wait: 2000 }] },
  { what: 'a part the owner asked to leave alone', page: '<div data-earshot-ignore><button id="dead" type="button">Tap</button></div>', steps: [{ press: '#dead', times: 9 }, { wait: 2000 }, { press: '#dead' }, { wait: 2000 }] },
  { what: 'an element of ours', page: '<earshot-spot><button id="dead" type="button">Tap</button></earshot-spot>', steps: [{ press: '#dead', times: 9 }, { wait: 2000 }, { press: '#dead' }, { wait: 2000 }] },
  { what: 'one field is wrong once and then right', page: form, steps: [{ focus: '#code' }, { type: '#code', times: 4 }, { blur: '#code' }, { set: '#code', name: 'aria-invalid', value: 'true' }, { wait: 3000 }, { focus: '#code' }, { type: '#code', times: 5 }, { blur: '#code' }, { set: '#code', name: 'aria-invalid', value: undefined }, { wait: 3000 }, { submit: '#form' }, { wait: 2000 }] },
  { what: 'a form is sent empty once, and then filled in', page: form, steps: [{ press: '#send' }, { invalid: '#town' }, { invalid: '#code' }, { wait: 2000 }, { type: '#town', times: 5 }, { blur: '#town' }, { type: '#code', times: 5 }, { blur: '#code' }, { set: '#code', name: 'required', value: undefined }, { set: '#town', name: 'required', value: undefined }, { wait: 1000 }, { submit: '#form' }, { wait: 2000 }] },
  { what: 'a script checks every letter while somebody types', page: form, steps: [{ focus: '#code' }, each(6, [{ type: '#code' }, { invalid: '#code' }, { invalid: '#town' }]), { wait: 300 }] },
  { what: 'a script calls a field wrong with every letter, until it is right', page: '<form novalidate><input id="code"></form>',
    steps: [{ focus: '#code' }, each(5, [{ type: '#code' }, { set: '#code', name: 'aria-invalid', value: 'true' }, { type: '#code' }, { set: '#code', name: 'aria-invalid', value: 'false' }]), { blur: '#code' }, { wait: 2000 }] },
  { what: 'two fields are wrong once each', page: form, steps: [{ type: '#town' }, { blur: '#town' }, { set: '#town', name: 'aria-invalid', value: 'true' }, { wait: 2000 }, { set: '#town', name: 'aria-invalid', value: 'false' }, { type: '#code' }, { blur: '#code' }, { set: '#code', name: 'aria-invalid', value: 'true' }, { wait: 2000 }] },
  { what: 'somebody types, corrects and types on', page: form, steps: [{ focus: '#note' }, { type: '#note', times: 80, every: 120 }, { wait: 8000 }, { type: '#note', times: 30 }, { blur: '#note' }, { wait: 1000 }] },
  { what: 'a slow reader, with no field in hand', page: text, steps: [{ wait: 40_000 }, { event: 'scroll', on: '#text' }, { wait: 60_000 }, { event: 'scroll', on: '#text' }, { wait: 40_000 }] },
  { what: 'somebody thinks long about what to write', page: form, steps: [{ focus: '#note' }, { wait: 90_000 }, { type: '#note', times: 9 }] },
  { what: 'a search field has focus from the beginning', page: '<form role="search"><input id="find" type="search"></form>', steps: [{ focus: '#find' }, { wait: 90_000 }] },
  { what: 'somebody looks a number up on the same page', page: form, steps: [{ focus: '#code' }, each(4, [{ wait: 14_000 }, { event: 'scroll', on: '#form' }]), { type: '#code', times: 5 }, { blur: '#code' }] },
  { what: 'each field is filled in once, in order', page: form, steps: [{ focus: '#town' }, { type: '#town', times: 9 }, { blur: '#town' }, { focus: '#code' }, { type: '#code', times: 5 }, { blur: '#code' }, { wait: 1000 }] },
  { what: 'a search is sent again and again', page: '<form id="search" role="search"><input type="search"></form>', steps: [each(6, [{ submit: '#search' }, { wait: 2000 }])] },
  { what: 'six of the same thing go into the basket', page: '<form id="buy"><input type="hidden" name="item"><button>Into the basket</button></form>', steps: [each(6, [{ submit: '#buy' }, { wait: 900 }])] },
  { what: 'a chat: each message is a form that is sent', page: '<form id="chat"><input id="line" type="text"></form>', steps: [each(8, [{ type: '#line', times: 5 }, { submit: '#chat' }, { wait: 900 }])] },
  { what: 'tabs of the site are gone through once', page: text, steps: ['/parts', '/care', '/warranty', '/reviews'].map(path => ({ arrive: path })) },
  { what: 'from the list to one thing after the other', page: text, steps: ['/lamps', '/lamps/a', '/lamps', '/lamps/b', '/lamps', '/lamps/c', '/lamps'].flatMap((path): Step[] => [{ arrive: path }, { wait: 9000 }]) },
  { what: 'the front page, again and again', page: text, steps: ['/', '/a', '/', '/a', '/b', '/'].flatMap((path): Step[] => [{ arrive: path }, { wait: 9000 }]) },
  { what: 'two things are compared at leisure', page: text, steps: ['/a', '/b', '/a', '/b', '/a'].flatMap((path): Step[] => [{ arrive: path }, { wait: 60_000 }]) },
  { what: 'an extension throws after a click', page: text, steps: [{ press: '#text' }, { error: { filename: 'chrome-extension://abc/content.js' } }, { rejection: { stack: 'at moz-extension://abc/a.js:1' } }, { wait: 1000 }] },
  { what: 'a script of somebody else throws', page: text, steps: [{ press: '#text' }, { error: { message: 'Script error.', filename: '' } }, { error: { filename: 'https://ads.example/a.js' } }, { wait: 1000 }] },
  { what: 'something breaks while nobody does anything', page: text, steps: [{ wait: 9000 }, { error: {} }, { rejection: {} }, { request: { responseStatus: 500 } }, { wait: 1000 }] },
  { what: 'a request is called off', page: text, steps: [{ press: '#text' }, { rejection: { name: 'AbortError' } }, { request: { responseStatus: 0 } }, { wait: 1000 }] },
  { what: 'the browser grumbles about an observer', page: text, steps: [{ press: '#text' }, { error: { message: 'ResizeObserver loop completed with undelivered notifications.' } }, { wait: 1000 }] },
  { what: 'requests that end as they may', page: text, steps: [{ press: '#text' }, ...[200, 304, 401, 404, 409, 422].map((responseStatus): Step => ({ request: { responseStatus } })), { wait: 1000 }] },
  { what: 'a line is held open for news', page: text, steps: [{ press: '#text' }, { wait: 30_000 }, { request: { duration: 28_000 } }, { request: { duration: 28_000, responseStatus: 204 } }, { wait: 1000 }] },
  { what: 'pictures that are there, one that counts visits, and one out of sight', page: '<img alt="" width="1" height="1" src="data:image/png;base64,AA=="><img hidden alt="Out of sight for now" width="300" height="200" src="data:image/png;base64,AA=="><img alt="A lamp" width="80" height="80" src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7">', steps: [{ wait: 3000 }] },
  { what: 'a picture does not come, and the page puts another in its place', page: '<div id="box"></div>', steps: [{ add: '#box', html: '<img id="lamp" alt="A lamp of brass and oak" width="300" height="200" src="data:image/png;base64,AA==">' }, { pictures: '#lamp' }, { set: '#lamp', name: 'src', value: 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7' }, { pictures: '#lamp' }, { wait: 3000 }] },
]
