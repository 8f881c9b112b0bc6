// The worker that solves one puzzle; whoever began it ends it. Alone in its file: it is fetched by its address, by whatever bundles it.
import { solve, type Puzzle, type Solution } from './solve.ts'

const scope = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: MessageEvent<Puzzle>) => void): void
  postMessage(message: Solution | null): void
}

scope.addEventListener('message', ({ data }) => {
  solve(data, () => true).then(solution => scope.postMessage(solution ?? null), () => scope.postMessage(null))
})
