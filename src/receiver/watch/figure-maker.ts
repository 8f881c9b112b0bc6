type Labels = Record<string, string>
export interface Counter { inc(labels: Labels, by?: number): void }
export interface Gauge extends Counter { set(labels: Labels, to: number): void; dec(labels: Labels): void; reset(): void }
export interface Histogram { observe(labels: Labels, value: number): void }

interface Settings { name: string; help: string; labelNames: readonly string[]; registers: readonly unknown[] }

/** What is needed of the package. */
export interface Client {
  Registry: new () => { readonly contentType: string; metrics(): Promise<string>; registerMetric(metric: never): void }
  Counter: new (settings: Settings) => Counter
  Gauge: new (settings: Settings & { collect?: (this: Gauge) => void | Promise<void> }) => Gauge
  Histogram: new (settings: Settings & { buckets: readonly number[] }) => Histogram
  collectDefaultMetrics(settings: { register: unknown }): void
}

/** Makes figures of one registry; their names begin with `earshot_`. */
export interface FigureMaker {
  counter(name: string, help: string, ...labels: string[]): Counter
  gauge(name: string, help: string, ...labels: string[]): Gauge
  /** Read only when it is asked for. */
  read(name: string, help: string, labels: readonly string[], collect: (gauge: Gauge) => void | Promise<void>): void
  seconds(name: string, help: string, ...labels: string[]): Histogram
}

// Close where people wait, so that a p99 of a tenth of a second can be told from one of a quarter.
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

export function createFigureMaker(client: Client, registry: unknown): FigureMaker {
  const settings = (name: string, help: string, labelNames: readonly string[]) => ({ name: `earshot_${name}`, help, labelNames, registers: [registry] })
  return {
    counter: (name, help, ...labels) => new client.Counter(settings(name, help, labels)),
    gauge: (name, help, ...labels) => new client.Gauge(settings(name, help, labels)),
    read: (name, help, labels, collect) => void new client.Gauge({ ...settings(name, help, labels), collect() { return collect(this) } }),
    seconds: (name, help, ...labels) => new client.Histogram({ ...settings(`${name}_seconds`, help, labels), buckets }),
  }
}
