/** Red, green and blue of sRGB, each from 0 to 1. */
export type Rgb = readonly [number, number, number]
/** Lightness from 0 to 1, chroma, and hue in radians. */
type Oklch = readonly [number, number, number]

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const gamma = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055)

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (colour: Rgb) => {
  const [red, green, blue] = colour.map(linear) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** `share` of the one over the rest of the other, as a screen lays one colour over another. */
export const over = (top: Rgb, share: number, ground: Rgb): Rgb => top.map((value, i) => value * share + ground[i]! * (1 - share)) as unknown as Rgb

/** As a screen shows it: in steps of eight bits. */
const onScreen = (colour: Rgb): Rgb => colour.map(value => Math.round(Math.min(1, Math.max(0, value)) * 255) / 255) as unknown as Rgb

export const hexOf = (colour: Rgb): string => `#${colour.map(value => Math.round(value * 255).toString(16).padStart(2, '0')).join('')}`

/** Of what a computed colour is written as: `rgb(13, 92, 82)`, `rgba(…)` or `color(srgb 0.05 0.36 0.32 / 0.5)`. */
export function readColour(text: string): { colour: Rgb; alpha: number } | undefined {
  const [red, green, blue, alpha = 1] = (text.match(/(?<![a-z])-?\d*\.?\d+(e-?\d+)?|\bnone\b/g) ?? []).map(part => (part === 'none' ? 0 : Number(part)))
  if (blue === undefined || !/^(rgba?|color)\(/.test(text)) return undefined
  const most = text.startsWith('rgb') ? 255 : 1
  return { colour: onScreen([red! / most, green! / most, blue / most]), alpha }
}

/** OKLCH: equal steps of its lightness look equal, and its hue stays while lightness changes. By Björn Ottosson. */
export function toOklch(colour: Rgb): Oklch {
  const [red, green, blue] = colour.map(linear) as unknown as Rgb
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  const a = 1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short
  const b = 0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short
  return [0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short, Math.hypot(a, b), Math.atan2(b, a)]
}

function fromOklch([lightness, chroma, hue]: Oklch): Rgb {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    gamma(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    gamma(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    gamma(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ]
}

const isShown = (colour: Rgb) => colour.every(value => value >= -0.0005 && value <= 1.0005)

/** The same hue at another lightness, as colourful as a screen can show it. */
export function atLightness([, chroma, hue]: Oklch, lightness: number): Rgb {
  let [least, most] = [0, chroma]
  if (isShown(fromOklch([lightness, chroma, hue]))) least = chroma
  else for (let i = 0; i < 14; i++) {
    const middle = (least + most) / 2
    if (isShown(fromOklch([lightness, middle, hue]))) least = middle
    else most = middle
  }
  return onScreen(fromOklch([lightness, least, hue]))
}
