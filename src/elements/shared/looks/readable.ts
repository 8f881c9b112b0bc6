import { atLightness, contrast, over, toOklch, type Rgb } from './colour.ts'

/** What text needs (WCAG 2.2, 1.4.3), and what edges and signs need (1.4.11). */
export const forText = 4.5
export const forShapes = 3

export interface Grounds {
  canvas: Rgb
  raised: Rgb
}

// What is chosen is tinted with the colour of its own text, by this much at most.
const tint = 0.12

const white: Rgb = [1, 1, 1]
const black: Rgb = [0, 0, 0]
const soft: Rgb = [17 / 255, 17 / 255, 17 / 255]

/** The least contrast that such a text has anywhere in the panel. */
export const leastContrast = (ink: Rgb, { canvas, raised }: Grounds): number =>
  Math.min(contrast(ink, canvas), contrast(ink, raised), contrast(ink, over(ink, tint, canvas)))

/** The accent as text: itself where it can be read, else the nearest lightness of its hue that can; black or white where none can. */
export function readableInk(accent: Rgb, grounds: Grounds): Rgb {
  const reads = (ink: Rgb) => leastContrast(ink, grounds) >= forText
  if (reads(accent)) return accent
  const oklch = toOklch(accent)
  for (let away = 0.005; away < 1; away += 0.005) {
    for (const lightness of [oklch[0] - away, oklch[0] + away]) {
      if (lightness < 0 || lightness > 1) continue
      const ink = atLightness(oklch, lightness)
      if (reads(ink)) return ink
    }
  }
  return leastContrast(black, grounds) > leastContrast(white, grounds) ? black : white
}

/** The text on a fill: the one that was wished for where it can be read, else white or black. One of these always can. */
export const textOn = (fill: Rgb, wished: Rgb): Rgb => [wished, white, soft, black].find(text => contrast(text, fill) >= forText) ?? white

/** Whether a fill can be told from what it lies on without an edge. */
export const standsOut = (fill: Rgb, canvas: Rgb): boolean => contrast(fill, canvas) >= forShapes
