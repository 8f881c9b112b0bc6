import { bounded } from './bounded.ts'
import type { FigureMaker } from './figure-maker.ts'
import type { Tell } from './happening.ts'

/** The database, what went wrong inside, and streams that are open. */
export function figuresOfInsides({ counter, gauge, seconds, read }: FigureMaker, streams: () => number): Tell {
  const up = gauge('database_up', '0 while statements find no database.')
  const statements = seconds('database', 'Statements, refused ones included.')
  const refused = counter('database_errors_total', 'Statements that were refused, by SQLSTATE or the code of the system.', 'code')
  const errors = counter('errors_total', 'What went wrong inside, by the class of the error.', 'name')
  const [code, name] = [bounded(50), bounded(20)]
  up.set({}, 1)
  read('event_streams', 'Streams of events that are open.', [], open => open.set({}, streams()))

  return happening => {
    switch (happening.event) {
      case 'statement':
        statements.observe({}, happening.ms / 1000)
        if (happening.code !== undefined) refused.inc({ code: code(happening.code) })
        return
      case 'database-away': return up.set({}, 0)
      case 'database-back': return up.set({}, 1)
      case 'error': return errors.inc({ name: name(happening.error.name) })
      default:
    }
  }
}
