import type { PageReading } from '../desk/page.ts'
import { environmentOf } from './environment.ts'
import { subjectOf } from './subject.ts'

export const readingOf = (view: Window): PageReading => ({
  subject: () => subjectOf(view.document, view.location),
  environment: () => environmentOf(view),
})
