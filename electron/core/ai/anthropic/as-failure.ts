import { APIError } from '@anthropic-ai/sdk'
import { z } from 'zod'
import { statusFailure } from '../failure.ts'
import { ApiFailure } from '../port.ts'
import type { Cut, Timeouts } from '../watch.ts'

const Said = z.object({ error: z.object({ message: z.string() }) })

export type Circumstances = {
  /** The model asked; null where the call names none. */
  model: string | null
  /** Whether an answer would cost money. */
  isPaid: boolean
  cut: Cut | null
  /** Whether the answer had begun to come. */
  hasBegun: boolean
  timeouts: Timeouts
}

/** Statuses that an error inside a stream stands for. */
const streamErrorStatus: Readonly<Record<string, number>> = {
  rate_limit_error: 429,
  overloaded_error: 529,
  api_error: 500,
}

/** Whatever a call threw, as an ApiFailure. Nothing of what the provider or the SDK said gets into it. */
export function asFailure(
  error: unknown,
  { model, isPaid, cut, hasBegun, timeouts }: Circumstances,
): ApiFailure {
  if (error instanceof ApiFailure) return error
  if (error instanceof Error && error.cause instanceof ApiFailure) return error.cause
  if (cut === 'cancelled') return new ApiFailure({ kind: 'cancelled', message: 'The call was cancelled.' })
  if (error instanceof APIError) {
    const status = error.status ?? (hasBegun ? undefined : streamErrorStatus[error.type ?? ''])
    if (status !== undefined)
      return statusFailure({ status, model, headers: error.headers, said: saidBy(error) })
  }
  if (cut) return uncertain(silence(cut, timeouts), isPaid)
  if (hasBegun) return uncertain('The answer broke off.', isPaid)
  return uncertain('The provider’s reply did not come back whole, or could not be read.', isPaid)
}

function saidBy({ error }: APIError): string {
  const said = Said.safeParse(error)
  return said.success ? said.data.error.message : ''
}

function silence(cut: 'quiet' | 'total', { quietMs, totalMs }: Timeouts): string {
  const seconds = Math.ceil((cut === 'quiet' ? quietMs : totalMs) / 1000)
  return cut === 'quiet'
    ? `Nothing came from the provider for ${seconds} s, so the call was ended.`
    : `The answer was not there after ${seconds} s, so the call was ended.`
}

function uncertain(what: string, isPaid: boolean): ApiFailure {
  if (!isPaid) return new ApiFailure({ kind: 'retry', message: what })
  return new ApiFailure({ kind: 'maybe_paid', message: `${what} The provider may have charged for it.` })
}
