/** @jsxImportSource solid-js */
import { createDesk } from 'earshot'
import 'earshot/types/solid'

const desk = createDesk()

export const good = [
  <earshot-widget desk={desk} ref={element => element.desk} placement="top-end" on:earshot-open={event => event.type}><a href="/help">Help</a></earshot-widget>,
  <earshot-widget attr:for="help" />,
  <earshot-feedback deskName="billing" form="idea" lang="de" class="form" on:earshot-accepted={({ receipt, issue }) => receipt.reference + issue.id} />,
  <earshot-rating for="walk" scale="stars" anchored about={document.body} />,
]

export const bad = [
  // @ts-expect-error a scale nobody knows
  <earshot-rating scale="marks" />,
  // @ts-expect-error it would become a property, which nobody reads
  <earshot-widget for={desk.settings.desk} />,
  // @ts-expect-error in a template a desk is the object
  <earshot-widget desk="billing" />,
  // @ts-expect-error the receipt has no such field
  <earshot-feedback on:earshot-accepted={({ receipt }) => receipt.number} />,
  // @ts-expect-error a tag nobody has
  <earshot-panel />,
]
