// Registers every element: the widget at once, the others when one of them is on the page.
import { summonElement, summonIn } from './elements/roster.ts'

// Imported on a server this does nothing: the elements' children are what is rendered there.
if (globalThis.document) {
  void summonElement('earshot-widget')
  summonIn(document)
}
