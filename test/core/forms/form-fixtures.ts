import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import type { Form, FormDeclaration } from '../../../src/core/forms/form.ts'
import type { Problem } from '../../../src/core/support/errors.ts'
import type { Config } from '../../../src/desk/config.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'

/** A form as a desk hands it out, and what it had to say about its declaration. */
export async function formFor(declaration: unknown, config: Config = {}): Promise<{ form: Form; problems: readonly Problem[] }> {
  const { id } = declaration as FormDeclaration
  const { desk } = deskFor({ forms: [declaration as FormDeclaration], ...config }, createMemoryStore())
  const form = await desk.form(id)
  const { problems } = desk.state
  desk.dispose()
  return { form, problems }
}

/** The form with these fields, which must have nothing wrong. */
export async function formWith(fields: FormDeclaration['fields'], more: Partial<FormDeclaration> = {}, config: Config = {}): Promise<Form> {
  const { form, problems } = await formFor({ id: 'own', ...(fields && { fields }), ...more }, config)
  if (problems.length) throw new Error(JSON.stringify(problems))
  return form
}

export const codes = (problems: readonly Problem[]) => problems.map(({ code, path }) => `${code} ${path ?? ''}`)
