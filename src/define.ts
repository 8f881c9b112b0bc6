// Registers every element: the widget at once, the others when one of them is on the page.
import { summonElement } from './elements/roster.ts'
import { summonIn } from './elements/summon-in.ts'

// Imported on a server this does nothing: the elements' children are what is rendered there.
if (globalThis.document) {
  void summonElement('earshot-widget')
  summonIn(document)
}

// With the tags comes what `document.querySelector` answers for them.
export type { EarshotElements } from './tags.ts'
