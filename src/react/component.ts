import { createComponent } from '@lit/react'
import * as React from 'react'
import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react'
import { register } from '../elements/roster.ts'
import type { AttributesOf, CamelListenersOf, EarshotElements, EarshotPanelEvents, EarshotEvents, EarshotTag, PropertiesOf } from '../tags.ts'

/** Everything that the component of a tag takes. */
export type ReactProps<Tag extends EarshotTag> =
  & Omit<HTMLAttributes<EarshotElements[Tag]>, keyof PropertiesOf<Tag>> & PropertiesOf<Tag> & AttributesOf<Tag>
  & CamelListenersOf<Tag>

export type ReactComponent<Tag extends EarshotTag> = ForwardRefExoticComponent<ReactProps<Tag> & RefAttributes<EarshotElements[Tag]>>

const names: readonly (keyof EarshotEvents | keyof EarshotPanelEvents)[] = [
  'earshot-submit', 'earshot-escalate', 'earshot-accepted', 'earshot-queued', 'earshot-refused', 'earshot-search', 'earshot-article',
  'earshot-signal', 'earshot-open', 'earshot-close',
]

const camel = (name: string) => name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())

const events = /* @__PURE__ */ Object.fromEntries(names.map(name => [`on${camel(name)}`, name]))

/** A React component of one element, which it defines. Its children are the fallback. */
export function component<Tag extends EarshotTag>(tagName: Tag, elementClass: new () => EarshotElements[Tag]): ReactComponent<Tag> {
  register(tagName, elementClass)
  return createComponent({ react: React, tagName, elementClass, events, displayName: camel(tagName) }) as unknown as ReactComponent<Tag>
}
