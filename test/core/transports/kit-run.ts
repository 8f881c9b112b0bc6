import { httpSetup } from './http-setup.ts'
import type { Transport } from '../../../src/core/transports/transport.ts'
import { transportPromises, type Ability, type BackendMood, type TakenIssue, type TransportSetup } from '../../../src/testing/transport-kit.ts'

/** Several backends that are always in the same mood, behind one transport made of theirs. */
export function composed(count: number, compose: (...parts: Transport[]) => Transport, seen: (taken: TakenIssue[][]) => TakenIssue[]): () => TransportSetup {
  return () => {
    const setups = Array.from({ length: count }, () => httpSetup())
    return {
      transport: compose(...setups.map(({ transport }) => transport)),
      secret: setups[0]!.secret!,
      backend: {
        mood: (next: BackendMood) => setups.forEach(({ backend }) => backend.mood(next)),
        answer: (status, headers) => setups.forEach(({ backend }) => backend.answer!(status, headers)),
        taken: async () => seen(await Promise.all(setups.map(async ({ backend }) => [...(await backend.taken())]))),
      },
    }
  }
}

/** One test for each promise. */
export function runKit(make: () => TransportSetup, without: readonly Ability[] = []): void {
  for (const { title, run } of transportPromises(make, { without })) it(title, run)
}
