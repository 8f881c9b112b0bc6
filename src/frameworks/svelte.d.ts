// `import 'earshot/types/svelte'`: the tags in templates. Svelte 5 sets properties and listens to `onearshot-accepted`.
import type { HTMLAttributes } from 'svelte/elements'
import type { AttributesOf, EarshotElements, EarshotTag, ListenersOf, PropertiesOf } from '../tags.ts'

type Attributes<Tag extends EarshotTag> =
  & Omit<HTMLAttributes<EarshotElements[Tag]>, keyof PropertiesOf<Tag>> & PropertiesOf<Tag> & AttributesOf<Tag>
  & ListenersOf<Tag, 'on'>

type Tags = { [Tag in EarshotTag]: Attributes<Tag> }

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
