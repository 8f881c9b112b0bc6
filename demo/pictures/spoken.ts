import { ar } from '../../src/locale/ar.ts'
import { de } from '../../src/locale/de.ts'
import { en, type MessageKey, type Messages } from '../../src/locale/en.ts'
import { phrase } from '../../src/locale/message.ts'
import { pseudoLocales, type PseudoLocale } from '../pseudo-locale.ts'
import type { Look } from './look.ts'

const languages: Readonly<Record<string, Messages>> = { ar, de, en }

/** A sentence as the widget says it in that look. */
export function spoken({ locale = 'en' }: Look, key: MessageKey): string {
  const pseudo = (pseudoLocales as Record<string, PseudoLocale | undefined>)[locale]
  const messages = languages[locale]
  if (!pseudo && !messages) throw new Error(`No picture can be taken by name in ${locale}: lay its sentences into spoken.ts`)
  return pseudo?.say(key) ?? phrase(messages![key], {}, locale)
}
