// `import 'earshot/types/react'`: the tags in JSX, for React 19, which sets properties and listens to events by their own names.
// React 18 knows the tags by the same file, and sets attributes only: there `earshot/react` has components.
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import type { AttributesOf, EarshotElements, EarshotTag, ListenersOf, PropertiesOf } from '../tags.ts'

type Attributes<Tag extends EarshotTag> =
  & Omit<DetailedHTMLProps<HTMLAttributes<EarshotElements[Tag]>, EarshotElements[Tag]>, keyof PropertiesOf<Tag>>
  & PropertiesOf<Tag> & AttributesOf<Tag> & ListenersOf<Tag, 'on'> & { class?: string | undefined }

type Tags = { [Tag in EarshotTag]: Attributes<Tag> }

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
