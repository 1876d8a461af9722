import { fieldErrorsOf } from '../../api/errors.ts'

/** What the core refused, by field, and the refusal itself where none of the shown fields can say it. */
export function refusalsOf<Field extends string>(
  error: unknown,
  fields: readonly Field[],
): { problems: Partial<Record<Field, string>>; rest: unknown } {
  if (error === null) return { problems: {}, rest: null }
  const named = fieldErrorsOf(error)
  const shown = fields.flatMap((field) =>
    named[field] === undefined ? [] : [[field, named[field]] as const],
  )
  const problems = Object.fromEntries(shown) as Partial<Record<Field, string>>
  return { problems, rest: shown.length > 0 ? null : error }
}
