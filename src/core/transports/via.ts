import type { Receipt } from '../issue/receipt.ts'
import type { Way } from './parts.ts'

/** The part's receipt as the composed transport gives it: it says by which part it came. */
export const givenBy = ({ name }: Way, receipt: Receipt): Receipt => ({ ...receipt, via: receipt.via ? `${name}/${receipt.via}` : name })

/**
 * The part that gave a receipt, and the receipt as that part gave it. No other part ever sees it: its token is a secret between
 * the two. One that says nothing is from before there were parts; whoever composes says whose it is.
 */
export function wayBack(ways: readonly Way[], before: Way, receipt: Receipt): { way: Way; own: Receipt } | undefined {
  const { via, ...rest } = receipt
  if (!via) return { way: before, own: receipt }
  const [name, ...further] = via.split('/')
  const way = ways.find(way => way.name === name)
  return way && { way, own: further.length ? { ...rest, via: further.join('/') } : rest }
}

/** Of the receipts of earlier issues, those that the same transport gave, under whichever name. */
export const earlierBy = (ways: readonly Way[], before: Way, way: Way, earlier: readonly Receipt[] = []): Receipt[] =>
  earlier.flatMap(receipt => {
    const found = wayBack(ways, before, receipt)
    return found?.way.transport === way.transport ? [found.own] : []
  })
