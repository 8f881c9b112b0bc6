import type { Messages } from './en.ts'

export { findLanguage } from './find-language.ts'

/** The languages besides English, each in a file of its own that is fetched when it is needed. */
export const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar.ts').then(module => module.ar),
  bg: () => import('./bg.ts').then(module => module.bg),
  cs: () => import('./cs.ts').then(module => module.cs),
  da: () => import('./da.ts').then(module => module.da),
  de: () => import('./de.ts').then(module => module.de),
  el: () => import('./el.ts').then(module => module.el),
  es: () => import('./es.ts').then(module => module.es),
  fi: () => import('./fi.ts').then(module => module.fi),
  fr: () => import('./fr.ts').then(module => module.fr),
  hr: () => import('./hr.ts').then(module => module.hr),
  hu: () => import('./hu.ts').then(module => module.hu),
  it: () => import('./it.ts').then(module => module.it),
  nb: () => import('./nb.ts').then(module => module.nb),
  nl: () => import('./nl.ts').then(module => module.nl),
  pl: () => import('./pl.ts').then(module => module.pl),
  pt: () => import('./pt.ts').then(module => module.pt),
  ro: () => import('./ro.ts').then(module => module.ro),
  ru: () => import('./ru.ts').then(module => module.ru),
  sk: () => import('./sk.ts').then(module => module.sk),
  sv: () => import('./sv.ts').then(module => module.sv),
  tr: () => import('./tr.ts').then(module => module.tr),
  uk: () => import('./uk.ts').then(module => module.uk),
}
