// `import 'earshot/types/solid'`: the tags in JSX. Solid sets the properties of custom elements, and attributes as `attr:…`;
// it listens to `on:earshot-accepted`. What is an attribute alone is `attr:for`: a property of that name nobody would read.
import type { JSX } from 'solid-js'
import type { AttributesOf, EarshotElements, EarshotTag, ListenersOf, PropertiesOf } from '../tags.ts'

type Explicit<All> = { [Name in keyof All & string as `attr:${Name}`]?: All[Name] }

type Attributes<Tag extends EarshotTag> =
  & Omit<JSX.HTMLAttributes<EarshotElements[Tag]>, keyof PropertiesOf<Tag>> & PropertiesOf<Tag> & Explicit<AttributesOf<Tag>>
  & ListenersOf<Tag, 'on:'>

type Tags = { [Tag in EarshotTag]: Attributes<Tag> }

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
