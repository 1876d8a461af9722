import { ORPCError } from '@orpc/client'
import { AppError, type Problem } from '../../shared/errors.ts'
import { words } from './words.ts'

/** What went wrong in words for the owner, and which fields or rows it is about. */
export type ErrorWords = { message: string; problems: readonly Problem[] }

/** The words of anything that a query, a mutation or a transfer was rejected with. */
export function wordsOf(error: unknown): ErrorWords {
  if (error instanceof ORPCError) return { message: error.message, problems: problemsOf(error) }
  if (error instanceof AppError) return error
  return { message: words.thatDidNotWorkWhat, problems: [] }
}

/** The messages by form field, for the first problem of each. */
export function fieldErrorsOf(error: unknown): Record<string, string> {
  const named = wordsOf(error).problems.flatMap(({ field, message }) => (field ? [[field, message]] : []))
  return Object.fromEntries(named.toReversed())
}

function problemsOf(error: ORPCError<string, unknown>): readonly Problem[] {
  const { problems } = (error.data ?? {}) as { problems?: readonly Problem[] }
  return problems ?? []
}
