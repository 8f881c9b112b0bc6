import { EarshotError, messageOf } from '../core/support/errors.ts'

/** Fails with what was expected and what came. The kits bring no assertion library, so that they run under any. */
export function expectThat(holds: boolean, expected: string, came?: unknown): asserts holds {
  if (!holds) throw new EarshotError('testing/broken-promise', `Expected ${expected}${came === undefined ? '' : `, but got ${shown(came)}`}`)
}

/** Fails unless the work is refused with an `EarshotError` of this code. */
export async function expectCode(work: Promise<unknown>, code: string): Promise<void> {
  const outcome = await work.then(value => ({ value }), (error: unknown) => ({ error }))
  if ('value' in outcome) expectThat(false, `a refusal with "${code}"`, outcome.value)
  const { error } = outcome
  // By shape: a source may come from a bundle with an error class of its own.
  expectThat((error as Partial<EarshotError> | null)?.code === code, `a refusal with "${code}"`, messageOf(error))
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value)?.slice(0, 300) ?? String(value)
  } catch {
    return messageOf(value)
  }
}
