// `import 'earshot/types/vue'`: the tags in templates. Vue sets properties and listens to `@earshot-accepted`; it must be told
// that the tags are no components of its own: `isCustomElement: tag => tag.startsWith('earshot-')`.
import type { HTMLAttributes, PublicProps } from 'vue'
import type { AttributesOf, CamelListenersOf, EarshotElements, EarshotTag, PropertiesOf } from '../tags.ts'

type Component<Tag extends EarshotTag> = new () => EarshotElements[Tag] & {
  /** For templates only: the element has none. */
  $props: Omit<HTMLAttributes, keyof PropertiesOf<Tag>> & PropertiesOf<Tag> & AttributesOf<Tag> & CamelListenersOf<Tag> & PublicProps
}

type Tags = { [Tag in EarshotTag]: Component<Tag> }

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
