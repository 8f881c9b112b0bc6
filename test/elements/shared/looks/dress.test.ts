import { expect } from '@open-wc/testing'
import type { Config } from '../../../../src/desk/config.ts'
import type { EarshotElement } from '../../../../src/elements/shared/earshot-element.ts'
import { soon, stage } from '../../element-fixtures.ts'
import { find } from '../../find.ts'

const sheets: CSSStyleSheet[] = []

afterEach(() => {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => !sheets.includes(sheet))
})

/** The people, in an element that says how it is to look. */
async function dressed(css: string, config: Config = {}) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`earshot-people { color-scheme: light; ${css} }`)
  document.adoptedStyleSheets.push(sheet)
  const made = await stage<EarshotElement>('earshot-people', {}, { ladder: [{ id: 'team', name: 'The team', kind: 'message' }], ...config })
  sheets.push(sheet)
  return { ...made, sheet, button: await find(made.element, 'button', 'Write a message') }
}

const problems = ({ desk }: { desk: { state: { problems: readonly { code: string; path?: string; message: string }[] } } }) =>
  desk.state.problems.filter(({ path }) => path?.startsWith('/theme'))
const inline = (element: HTMLElement, name: string) => element.style.getPropertyValue(name)

describe('An accent of the owner’s', () => {
  it('keeps its button, gets text that can be read on it, an edge, and a shade that can be read as text; and the owner is told', async () => {
    const world = await dressed('--earshot-accent: #ffe100')
    const { element, button } = world
    await soon(() => inline(element, '--earshot-accent-ink'), 'the accent was mended')
    expect(getComputedStyle(button).backgroundColor).to.equal('rgb(255, 225, 0)')
    expect(getComputedStyle(button).color).to.equal('rgb(17, 17, 17)')
    expect(getComputedStyle(button).borderTopColor).not.to.equal('rgba(0, 0, 0, 0)')
    const [problem] = await soon(() => problems(world)[0] && problems(world), 'it was told')
    expect(problem!.code).to.equal('theme/accent-corrected')
    expect(problem!.message).to.match(/#ffe100 has a contrast of 1\.\d:1 in the light scheme.*needs 4\.5:1 on #ffffff.*are #[\da-f]{6} there/)
    expect(problems(world).length, 'the dark is never shown').to.equal(1)
  })

  it('that can be read is left as it is, and nobody is told anything', async () => {
    const world = await dressed('--earshot-accent: light-dark(oklch(45% 0.15 300), oklch(80% 0.1 300))')
    // One whose look has been mended shows that all before it have been looked at.
    const other = await dressed('--earshot-accent: #ffe100')
    await soon(() => inline(other.element, '--_rim'), 'the second was mended')
    await soon(() => problems(other)[0], 'it was told')
    expect(inline(other.element, '--earshot-accent-ink')).not.to.equal('')
    expect(inline(world.element, '--earshot-accent-ink')).to.equal('')
    expect(problems(world)).to.deep.equal([])
  })

  it('of the settings is looked at, too, and again when the page puts on another', async () => {
    const world = await dressed('', { theme: { accent: '#fefefe' } })
    await soon(() => inline(world.element, '--_rim'), 'white was mended')
    world.element.style.setProperty('--earshot-accent', '#003344')
    document.documentElement.classList.toggle('another-theme')
    // Nothing to mend in the light; in the dark it is.
    await soon(() => inline(world.element, '--_rim').startsWith('light-dark(transparent'), 'the other was looked at')
    document.documentElement.classList.toggle('another-theme')
  })

  it('on a dark page is mended for the dark', async () => {
    const world = await dressed('color-scheme: dark; --earshot-accent: #102a6b')
    const [problem] = await soon(() => problems(world)[0] && problems(world), 'it was told')
    expect(problem!.path).to.equal('/theme/accent/dark')
  })
})

describe('A theme with mistakes', () => {
  it('is told what is wrong, with what there is, and the rest of it holds', async () => {
    const theme = { colour: 'red', accent: 'greenish', radius: '4px', density: 'tight', scheme: 'night', font: 'Georgia, serif' } as unknown as NonNullable<Config['theme']>
    const world = await dressed('', { theme })
    await soon(() => problems(world).length === 4, 'four things are told')
    const said = Object.fromEntries(problems(world).map(({ path, code, message }) => [path, `${code}: ${message}`]))
    expect(said['/theme/colour']).to.match(/^config\/unknown-key: The theme has no "colour"; there are scheme, accent, .*z-index$/)
    expect(said['/theme/accent']).to.match(/^config\/wrong-value: "theme\.accent" must be a CSS colour such as "#0d5c52"; got "greenish"/)
    expect(said['/theme/density']).to.include('must be "comfortable" or "compact"; got "tight"')
    expect(said['/theme/scheme']).to.include('must be "auto" or "light" or "dark"; got "night"')
    expect(inline(world.element, '--earshot-radius')).to.equal('4px')
    expect(inline(world.element, '--earshot-accent')).to.equal('')
    expect(getComputedStyle(world.button).borderTopLeftRadius).to.equal('4px')
  })

  it('may say that corners have no radius without a unit', async () => {
    const { element } = await dressed('', { theme: { radius: '0' } })
    await soon(() => inline(element, '--earshot-radius') === '0px', 'it has a unit')
  })
})

describe('Density', () => {
  it('brings things closer where there is a mouse, and no target below 24 pixels', async () => {
    const wide = await dressed('')
    const comfortable = wide.button.getBoundingClientRect().height
    expect(comfortable).to.be.at.least(44)
    const { element, button } = await dressed('--earshot-density: compact')
    await soon(() => element.shadowRoot!.adoptedStyleSheets.some(sheet => [...sheet.cssRules].some(rule => rule.cssText.includes('pointer: fine'))), 'it is compact')
    const close = button.getBoundingClientRect().height
    if (matchMedia('(pointer: fine)').matches) expect(close).to.be.within(24, 40)
    else expect(close).to.equal(comfortable)
  })
})
