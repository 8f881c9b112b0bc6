// A tracker with more than that since yesterday is asked by its search.
const pages = 10

/** The first item of a listing that fits, page after page; undefined when none does. @param page from 1; fewer than `size` items end it. */
export async function findIn<T>(page: (number: number) => Promise<readonly T[]>, size: number, isIt: (item: T) => boolean): Promise<T | undefined> {
  for (let number = 1; number <= pages; number++) {
    const items = await page(number)
    const found = items.find(isIt)
    if (found || items.length < size) return found
  }
  return undefined
}
