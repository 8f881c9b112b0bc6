// Runs in the page. Bundled, and laid under a symbol, so that the page's own globals stay as they are.
import { descendants, isThere } from '../../driver/in-page/flat-tree.ts'
import { namesAmiss, smallTargets } from './controls.ts'
import { hiddenFocus } from './focus.ts'
import { everythingIn, nickname, roots } from './room.ts'
import { cutTexts, overlaidTexts, sidewaysScrolls, writtenIn } from './texts.ts'

/** What 1.4.12 has people set. */
const spacing = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'

const frame = () => new Promise(resolve => requestAnimationFrame(resolve))

/** What is cut, overlaps or has to be scrolled sideways. */
const layoutAmiss = (within: string): string[] => [...cutTexts(within), ...overlaidTexts(within), ...sidewaysScrolls(within)]

/** Changes the page, waits until it has taken its place, looks, and changes it back. */
async function changed(change: () => () => void, look: () => string[]): Promise<string[]> {
  const back = change()
  await frame()
  const amiss = look()
  back()
  return amiss
}

const surveyor = {
  smallTargets,
  namesAmiss,
  hiddenFocus,
  layoutAmiss,
  writtenIn,
  spacedAmiss: (within: string) => changed(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(spacing)
    const dressed = roots()
    for (const root of dressed) root.adoptedStyleSheets.push(sheet)
    return () => dressed.forEach(root => (root.adoptedStyleSheets = root.adoptedStyleSheets.filter(each => each !== sheet)))
  }, () => layoutAmiss(within)),
  enlargedAmiss: (within: string) => changed(() => {
    const { style } = document.documentElement
    style.fontSize = '200%'
    return () => (style.fontSize = '')
  }, () => layoutAmiss(within)),
  /** What moves, or would if something set it off. */
  moving: (within: string): string[] => everythingIn(within).filter(element => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
    return (animationName !== 'none' && element.getAnimations().some(({ effect }) => Number(effect?.getComputedTiming().duration) > 0))
      || transitionDuration.split(', ').some(each => parseFloat(each) > 0) || scrollBehavior === 'smooth'
  }).map(nickname),
  /** Buttons and fields whose edge nobody sees where backgrounds are taken away. */
  edgeless: (within: string): string[] => everythingIn(within)
    .filter(element => element.matches('.button, [part=launcher], input:not([type=radio], [type=checkbox], [type=file]), textarea, select'))
    .filter(element => isThere(element) && ![element, ...descendants(element)].some(each => {
      const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(each)
      return (borderTopStyle !== 'none' && parseFloat(borderTopWidth) > 0) || outlineStyle !== 'none'
    }))
    .map(nickname),
}

export type Surveyor = typeof surveyor

Object.defineProperty(globalThis, Symbol.for('earshot.surveyor'), { value: surveyor, configurable: true })
