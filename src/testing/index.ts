// The door `earshot/testing`: contract kits, for any test runner.
export * from './source-kit.ts'
export * from './transport-kit.ts'
export type { ContractPromise } from './promise.ts'
