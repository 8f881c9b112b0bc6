/** @jsxImportSource preact */
import { createDesk, type EarshotElements } from 'earshot'
import 'earshot/types/preact'
import { createRef } from 'preact'

const desk = createDesk()
const widget = createRef<EarshotElements['earshot-widget']>()

export const good = [
  <earshot-widget desk={desk} ref={widget} placement="top-end" onearshot-open={event => event.type}><a href="/help">Help</a></earshot-widget>,
  <earshot-widget for="help" />,
  <earshot-feedback deskName="billing" form="idea" lang="de" class="form" onearshot-accepted={({ receipt, issue }) => receipt.reference + issue.id} />,
  <earshot-rating for="walk" scale="stars" anchored about={document.body} />,
]

export const bad = [
  // @ts-expect-error a scale nobody knows
  <earshot-rating scale="marks" />,
  // @ts-expect-error the button is named
  <earshot-widget for={document.body} />,
  // @ts-expect-error in a template a desk is the object
  <earshot-widget desk="billing" />,
  // @ts-expect-error the receipt has no such field
  <earshot-feedback onearshot-accepted={({ receipt }) => receipt.number} />,
  // @ts-expect-error a tag nobody has
  <earshot-panel />,
]
