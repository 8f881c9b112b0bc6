import { it } from 'node:test'
import { stageOf } from './access/stage.ts'
import { everywhere, inChromium, inThemes, ofLayout, Survey } from './access/survey.ts'
import { tourForms } from './access/tour-forms.ts'
import { tourParts } from './access/tour-parts.ts'
import { tourViews } from './access/tour-views.ts'
import { journeys } from './world.ts'

journeys('In every view', (walk, engine) => {
  const survey = new Survey({
    ...everywhere(engine),
    ...(engine === 'chromium' && { ...inChromium, themes: inThemes(engine) }),
    ...(engine !== 'webkit' && ofLayout),
  })
  walk('of the panel, and of what is written in it, somebody looks around', world => tourViews(stageOf(world, page => survey.lookAt(page))))
  walk('of a form somebody looks around', world => tourForms(stageOf(world, page => survey.lookAt(page))))
  walk('of what a form opens, of ratings and questions, and in a page somebody looks around', world => tourParts(stageOf(world, page => survey.lookAt(page))))

  it('axe finds nothing', () => survey.assertNothing('axe'))
  it('axe finds nothing in the dark', () => survey.assertNothing('axe in the dark'))
  it('everything that is pressed is 24 by 24 pixels or larger', () => survey.assertNothing('targets of 24 pixels'))
  it('every control has a name, with all that is written on it', () => survey.assertNothing('names'))
  it('the focus is seen, and on nothing that is covered', () => survey.assertNothing('focus'))
  if (engine !== 'webkit') {
    it('text may be spaced out, and nothing is cut or overlaps', () => survey.assertNothing('text spacing'))
    it('text may be twice as large, and nothing is cut or overlaps', () => survey.assertNothing('text of 200 %'))
    it('320 pixels are wide enough: nothing is cut, overlaps or scrolls sideways', () => survey.assertNothing('window of 320 pixels'))
    it('a window may lie on its side', () => survey.assertNothing('lying window'))
  }
  if (engine === 'chromium') {
    it('with colours of the customer’s own axe finds nothing, and edges and the focus are seen', () => survey.assertNothing('forced colours'))
    it('every ready theme can be read, in the light and in the dark', () => survey.assertNothing('themes'))
    it('everything that a finger presses is 44 by 44 pixels or larger', () => survey.assertNothing('targets for a finger'))
    it('nothing moves for somebody who wants no motion', () => survey.assertNothing('motion'))
  }
})
