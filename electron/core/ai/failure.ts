import { ApiFailure } from './port.ts'
import { meaningOf } from './said.ts'

export const longestWaitMs = 600_000

type Reply = {
  status: number
  /** The model asked; null where a call names none. */
  model: string | null
  headers?: Headers | undefined
  /** The provider's own words, to be understood and never passed on. */
  said?: string
}

const refused = [400, 402, 403, 404, 413, 429]

/** What to do after a reply with this status, in words. */
export function statusFailure({ status, model, headers, said = '' }: Reply): ApiFailure {
  const meaning = refused.includes(status) ? meaningOf(said) : null
  if (meaning) return new ApiFailure({ ...meaning, status })
  const stop = (message: string) => new ApiFailure({ kind: 'stop', message, status })
  const later = (kind: 'wait' | 'retry', message: string) =>
    new ApiFailure({ kind, message, status, retryAfterMs: headers ? retryAfter(headers) : null })
  switch (status) {
    case 400:
      return stop('The provider could not use this request. Check “Models and longest answers”, then go on.')
    case 401:
      return stop('The provider did not accept the API key. Enter it again in Settings, then go on.')
    case 402:
      return stop('The provider asks for payment first. Add credit to your account there, then go on.')
    case 403:
      return stop(
        'The API key is not allowed to do this. Have it allowed in your account with the provider, then go on.',
      )
    case 404:
      if (!model) return stop('The provider does not know this request. Evenkeel may need an update.')
      return new ApiFailure({
        kind: 'stop_model',
        message: `The provider does not know the model “${model}”, or has retired it. Choose another one under “Models and longest answers”, where its list can be asked for, then go on.`,
        status,
      })
    case 413:
      return new ApiFailure({
        kind: 'skip',
        message: 'The provider refused the request as too long. Paste this output, or shorten the input.',
        status,
      })
    case 408:
    case 409:
      return later('retry', 'The provider did not get to this request.')
    case 429:
      return later('wait', 'The provider asks to wait: too many requests in a short time.')
    case 529:
      return later('wait', 'The provider has too much to do right now and asks to wait.')
    default:
      if (status >= 500) return later('retry', `The provider had a fault of its own (${status}).`)
      return stop(`The provider refused the request (${status}).`)
  }
}

/**
 * Milliseconds to wait by `retry-after-ms`, else by `retry-after` in seconds or as an HTTP date. A date is read
 * against the `date` of the same reply, so that a wrong clock on this computer does not matter.
 */
export function retryAfter(headers: Headers): number | null {
  const inMs = numberIn(headers.get('retry-after-ms'))
  if (inMs !== null) return capped(inMs)
  const value = headers.get('retry-after')
  const seconds = numberIn(value)
  if (seconds !== null) return capped(seconds * 1000)
  return capped(Date.parse(value ?? '') - Date.parse(headers.get('date') ?? ''))
}

function numberIn(value: string | null): number | null {
  return value !== null && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null
}

function capped(milliseconds: number): number | null {
  if (Number.isNaN(milliseconds)) return null
  return Math.min(Math.max(Math.ceil(milliseconds), 0), longestWaitMs)
}
