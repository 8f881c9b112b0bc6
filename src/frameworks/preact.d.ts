// `import 'earshot/types/preact'`: the tags in JSX. Preact sets properties and listens to `onearshot-accepted`.
import type { HTMLAttributes } from 'preact'
import type { AttributesOf, EarshotElements, EarshotTag, ListenersOf, PropertiesOf } from '../tags.ts'

type Attributes<Tag extends EarshotTag> =
  & Omit<HTMLAttributes<EarshotElements[Tag]>, keyof PropertiesOf<Tag>> & PropertiesOf<Tag> & AttributesOf<Tag>
  & ListenersOf<Tag, 'on'>

type Tags = { [Tag in EarshotTag]: Attributes<Tag> }

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
