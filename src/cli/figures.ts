const numbers = new Intl.NumberFormat('en')

export const number = (value: number) => numbers.format(value)
export const count = (value: number, word: string) => `${number(value)} ${word}${value === 1 ? '' : 's'}`
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
export const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`
