import { customerPaths } from './openapi-customers.ts'
import { inboxPaths } from './openapi-inbox.ts'
import type { Part } from './openapi-parts.ts'
import { schemas } from './openapi-schemas.ts'

export interface OpenapiOptions {
  /** The receiver's path. Default `/issues`. */
  basePath?: string
  /** The inbox's path. Default `/inbox`. */
  inboxPath?: string
}

/** The HTTP protocol, the receiver's and the inbox's, as an OpenAPI 3.1 document. */
export function openapiDocument({ basePath = '/issues', inboxPath = '/inbox' }: OpenapiOptions = {}): Part {
  return {
    openapi: '3.1.0',
    info: { title: 'Earshot receiver', version: '1', description: 'Takes in what customers say, and lets staff answer it.' },
    paths: {
      ...customerPaths(basePath),
      ...inboxPaths(inboxPath),
    },
    components: {
      schemas: schemas(),
      securitySchemes: {
        receiptToken: { type: 'http', scheme: 'bearer', description: 'The token of the issue\'s receipt.' },
        staff: { type: 'http', scheme: 'bearer', description: 'Whatever the owner\'s `authorize` looks at.' },
      },
    },
  }
}
