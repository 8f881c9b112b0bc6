// For the build only: the shapes of settings in JSON Schema.

export const text = (description: string) => ({ type: 'string', description })

export const texts = { type: 'array', items: { type: 'string' } }

export const list = (description: string, properties: object, required: string[]) => ({
  type: 'array',
  description,
  items: { type: 'object', properties, required },
})

/** One of several values, the first of which is the default. */
export const choice = (description: string, ...values: string[]) => ({ enum: values, default: values[0], description })

export const flag = (description: string, value: boolean) => ({ type: 'boolean', default: value, description })

/** A number within bounds; `most` is absent where there is none. */
export const amount = (description: string, least: number, most?: number, usual?: number) => ({
  type: 'number',
  minimum: least,
  ...(most !== undefined && { maximum: most }),
  ...(usual !== undefined && { default: usual }),
  description,
})
