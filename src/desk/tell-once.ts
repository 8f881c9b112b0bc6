import type { Problem } from '../core/support/errors.ts'
import type { Context } from './context.ts'

/** Tells what is wrong unless it was told already: for what is looked at again and again. */
export const tellOnce = (context: Context) => (problem: Problem): void => {
  if (!context.state.problems.some(({ code, path }) => code === problem.code && path === problem.path)) context.tell(problem)
}
