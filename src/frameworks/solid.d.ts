// `import 'earshot/types/solid'`: the tags in JSX. Solid sets the properties of custom elements, and attributes as `attr:…`;
// it listens to `on:earshot-accepted`.
import type { JSX } from 'solid-js'
import type { EarshotElements, EarshotTag, ListenersOf, PropertiesOf } from '../tags.ts'

type Attributes<Tag extends EarshotTag> =
  & Omit<JSX.HTMLAttributes<EarshotElements[Tag]>, keyof PropertiesOf<Tag>> & PropertiesOf<Tag> & ListenersOf<Tag, 'on:'>

type Tags = { [Tag in EarshotTag]: Attributes<Tag> }

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
