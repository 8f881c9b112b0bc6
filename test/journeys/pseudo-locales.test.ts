import { it } from 'node:test'
import { ownForms } from '../../demo/pictures/own-forms.ts'
import { pseudoLocales } from '../../demo/pseudo-locale.ts'
import { en } from '../../src/locale/en.ts'
import { accessibilityProblems } from './accessibility.ts'
import { stageOf } from './access/stage.ts'
import { layout, survey, Survey, type Inspection } from './access/survey.ts'
import { tourForms } from './access/tour-forms.ts'
import { tourParts } from './access/tour-parts.ts'
import { tourViews } from './access/tour-views.ts'
import { canTap } from './driver/browser.ts'
import { journeys } from './world.ts'

// What an owner wrote in a form of their own may be what we say as well.
const owners = JSON.stringify(ownForms)
// A sign that is nobody's language, and what has no words of its own.
const sentences = Object.values(en).flatMap<string>(message => (typeof message === 'string' ? [message] : Object.values(message)))
const signs = sentences.filter(sentence => !/[a-z]/i.test(sentence.replaceAll(/\{\w+\}/g, '')))

/** Sentences of the product's own that stand there as English has them, though every one of them was replaced. */
const english: Inspection = async (page, within) => {
  const own = new Set(sentences.filter(sentence => !signs.includes(sentence) && !owners.includes(sentence)))
  return (await survey(page, 'writtenIn', within)).filter(text => own.has(text)).map(text => `“${text}” is said in English`)
}

const cut = 'what is cut, overlaps or scrolls sideways'

/** What is looked for in each, and what is said of it. */
const looks: Readonly<Record<keyof typeof pseudoLocales, { what: string; inspections: Readonly<Record<string, Inspection>>; finds: Readonly<Record<string, string>> }>> = {
  'en-XA': {
    what: 'half as long again as English',
    inspections: { [cut]: layout, english },
    finds: {
      [cut]: 'nothing is cut, overlaps or has to be scrolled sideways in a language half as long again as English',
      english: 'every sentence of ours that is shown is one an owner can say otherwise',
    },
  },
  'ar-XB': {
    what: 'from right to left',
    inspections: { [cut]: layout, axe: (page, within) => accessibilityProblems(page, within) },
    finds: {
      [cut]: 'nothing is cut, overlaps or has to be scrolled sideways in a language from right to left',
      axe: 'axe finds nothing in a language from right to left',
    },
  },
}

journeys('On a phone', (walk, engine) => {
  // Layout is measured where it was designed for; the engines agree on it in English, see accessibility.test.ts.
  if (engine !== 'chromium' || !canTap(engine)) return
  for (const [tag, { what, inspections, finds }] of Object.entries(looks)) {
    const survey = new Survey(inspections)
    for (const [place, tour] of [['panel', tourViews], ['forms', tourForms], ['parts', tourParts]] as const) {
      walk(`the ${place} can be walked through in a language ${what}`, async world => {
        await world.page.phone(390, 844)
        await tour(stageOf(world, page => survey.lookAt(page), pseudoLocales[tag as keyof typeof pseudoLocales]))
      })
    }
    for (const [inspection, title] of Object.entries(finds)) it(title, () => survey.assertNothing(inspection))
  }
})
