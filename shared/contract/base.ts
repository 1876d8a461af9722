import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errorCodes } from '../errors.ts'

/** The details every expected error carries: which field, row or column, and why. */
export const ErrorData = z.object({
  problems: z.array(
    z.object({ message: z.string(), field: z.string().optional(), row: z.number().optional() }),
  ),
})

const describe = (status: number) => ({ status, data: ErrorData })

/** Every procedure starts here: the closed list of errors a caller can meet. */
export const procedure = oc.errors({
  INVALID_INPUT: describe(errorCodes.INVALID_INPUT),
  NOT_FOUND: describe(errorCodes.NOT_FOUND),
  CONFLICT: describe(errorCodes.CONFLICT),
  UNAVAILABLE: describe(errorCodes.UNAVAILABLE),
  CANCELLED: describe(errorCodes.CANCELLED),
})

/** YYYY-MM-DD, a real day. */
export const Day = z.iso.date()
/** YYYY-MM */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Choose a month.')
/** An instant as an ISO string in UTC. */
export const Instant = z.string()
export const Id = z.number().int().positive()
/** A fraction: 0.178 is 17.8 %. */
export const Share = z.number()

/** Required one-line text of at most `max` characters, trimmed. */
export const text = (field: string, max = 200) =>
  z.string().trim().min(1, `Enter ${field}.`).max(max, `Keep ${field} to ${max} characters.`)
export const optionalText = (max = 2000) => z.string().trim().max(max, `Keep this to ${max} characters.`)

export const Nothing = z.null()

/** A schema for what a rule in shared/domain gives and the core sends on whole: its type is the rule's own. */
export const whole = <T>(schema: z.ZodType): z.ZodType<T, T> => schema as z.ZodType<T, T>
