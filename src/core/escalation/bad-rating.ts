import type { Rating } from '../issue/issue.ts'

/** Where a rating lies between the worst, 0, and the best, 1. */
function share({ scale, value, max }: Rating): number {
  const worst = scale === 'thumbs' || scale === 'nps' ? 0 : 1
  return (value - worst) / (max - worst)
}

/** Whether somebody is disappointed: in the lower half. */
export const isBad = (rating: Rating): boolean => share(rating) < 1 / 2

/** Whether somebody had better step in at once: in the lowest third. */
export const isVeryBad = (rating: Rating): boolean => share(rating) <= 1 / 3
