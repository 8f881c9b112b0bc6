import type { Problem } from '../core/support/errors.ts'

const warned = new Set<string>()

/** Collects problems for the desk and warns the developer once per code and place in a page's life. */
export function createTeller(collect: (problem: Problem) => void): (problem: Problem) => void {
  return problem => {
    collect(problem)
    const key = problem.code + (problem.path ?? '')
    if (warned.has(key)) return
    warned.add(key)
    console.warn(`Earshot: ${problem.message}. [${problem.code}]`)
  }
}
