import { engines, type Engine } from '../engines/find-browsers.ts'

/** The engines to walk in: the one in `ENGINE`, else all, one after the other. */
export const wantedEngines: readonly Engine[] = process.env.ENGINE ? engines.filter(engine => engine === process.env.ENGINE) : engines

if (!wantedEngines.length) throw new Error(`ENGINE is ${process.env.ENGINE}; it can be ${engines.join(', ')}`)
