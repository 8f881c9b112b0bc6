import { createDesk, type EarshotElements } from 'earshot'

const rating = document.querySelector('earshot-rating')!
rating.scale = 'csat'
rating.desk = createDesk()
document.createElement('earshot-feedback').addEventListener('earshot-submit', ({ issue }) => void issue.story)
document.addEventListener('earshot-accepted', ({ receipt }) => void receipt.reference)
// The list that all types are made from, for whoever makes others.
export const tag: keyof EarshotElements = 'earshot-help'

// @ts-expect-error a scale nobody knows
rating.scale = 'marks'
// @ts-expect-error the receipt has no such field
document.addEventListener('earshot-accepted', ({ receipt }) => void receipt.number)
