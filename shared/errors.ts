/** The closed list of expected errors. Anything else thrown is a bug. */
export const errorCodes = {
  INVALID_INPUT: 422,
  NOT_FOUND: 404,
  CONFLICT: 409,
  UNAVAILABLE: 503,
  CANCELLED: 499,
} as const

export type ErrorCode = keyof typeof errorCodes

/** One wrong thing in what was sent: `field` names the form field or column, `row` the row of a file. */
export type Problem = { message: string; field?: string; row?: number }

/** An expected error. The message is written for the user and says what to do. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly problems: readonly Problem[]

  constructor(code: ErrorCode, message: string, problems: readonly Problem[] = []) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.problems = problems
  }
}

/** Fails to compile where a case of a union is not handled. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
