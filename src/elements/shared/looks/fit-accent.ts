import type { Problem } from '../../../core/support/errors.ts'
import { contrast, hexOf, over, readColour, type Rgb } from './colour.ts'
import { leastContrast, forText, readableInk, standsOut, textOn } from './readable.ts'

const schemes = ['light', 'dark'] as const
const mended = ['--earshot-accent-ink', '--earshot-on-accent', '--_rim']

// What we wrote ourselves, and what stood there before; it is taken away again before the next look.
const written = new WeakMap<HTMLElement, string[]>()

/**
 * Whatever accent an owner has chosen: text on it, and text and lines in it, can be read in both schemes. Buttons keep the colour that was
 * asked for; where they could not be told from the ground, they get an edge.
 */
export function fitAccent(host: HTMLElement, tell: (problem: Problem) => void): void {
  const earlier = written.get(host)
  if (earlier) mended.forEach((name, i) => host.style.setProperty(name, earlier[i]!))
  written.delete(host)
  const [light, dark] = schemes.map(scheme => fit(host, scheme)) as [Fit, Fit] | [undefined, undefined]
  if (!light || !dark) return
  const pair = (of: (fit: Fit) => string) => `light-dark(${of(light)}, ${of(dark)})`
  const before = mended.map(name => host.style.getPropertyValue(name))
  const isIn = (look: (fit: Fit) => boolean) => look(light) || look(dark)
  if (isIn(({ ink, wanted }) => ink !== wanted)) host.style.setProperty(mended[0]!, pair(({ ink }) => hexOf(ink)))
  if (isIn(({ text, wished }) => text !== wished)) host.style.setProperty(mended[1]!, pair(({ text }) => hexOf(text)))
  if (isIn(({ stands }) => !stands)) host.style.setProperty(mended[2]!, pair(({ stands, ink }) => (stands ? 'transparent' : hexOf(ink))))
  written.set(host, before)
  // A scheme that the page never has is nobody's worry.
  const shown = getComputedStyle(host).colorScheme
  const found = [light, dark]
  found.forEach((fit, i) => {
    if (fit.ink !== fit.wanted && (shown === 'normal' ? i === 0 : shown.includes(schemes[i]!))) tell(correction(schemes[i]!, fit))
  })
}

interface Fit {
  wanted: Rgb
  ink: Rgb
  canvas: Rgb
  wished: Rgb
  text: Rgb
  stands: boolean
  least: number
}

function fit(host: HTMLElement, scheme: string): Fit | undefined {
  const look = looker(host, scheme)
  try {
    const [canvas, raised] = [look('canvas')?.colour, look('raised')?.colour]
    const on = (name: string) => {
      const found = look(name)
      return found && canvas && over(found.colour, found.alpha, canvas)
    }
    const [fill, wanted, wished] = [on('fill'), on('accent'), on('on-accent')]
    if (!canvas || !raised || !fill || !wanted || !wished) return undefined
    const grounds = { canvas, raised }
    return {
      wanted, canvas, wished,
      ink: readableInk(wanted, grounds),
      text: textOn(fill, wished),
      stands: standsOut(fill, canvas),
      least: leastContrast(wanted, grounds),
    }
  } finally {
    look.done()
  }
}

/** Reads colours as they are in a scheme: of something that is in the element for as long as that takes. */
function looker(host: HTMLElement, scheme: string) {
  const probe = document.createElement('i')
  probe.hidden = true
  probe.style.colorScheme = scheme
  host.shadowRoot!.append(probe)
  const look = (name: string) => {
    // Mixed with itself, so that every way to write a colour comes back as one of sRGB.
    probe.style.color = `color-mix(in srgb, var(--_${name}), var(--_${name}))`
    return readColour(getComputedStyle(probe).color)
  }
  return Object.assign(look, { done: () => probe.remove() })
}

function correction(scheme: string, { wanted, ink, canvas, least }: Fit): Problem {
  const asked = hexOf(wanted)
  const ratio = contrast(wanted, canvas)
  return {
    code: 'theme/accent-corrected',
    path: `/theme/accent/${scheme}`,
    message: `The accent ${asked} has a contrast of ${Math.min(ratio, least).toFixed(1)}:1 in the ${scheme} scheme, where text needs ${forText}:1 on ${hexOf(canvas)}. ` +
      `Text, lines and focus are ${hexOf(ink)} there; buttons keep what was asked for. Set --earshot-accent-ink to choose another`,
  }
}
