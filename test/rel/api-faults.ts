import type { Fault } from '../helpers/fake-messages-api.ts'

const status = (status: number, headers?: Record<string, string>): Fault =>
  headers ? { kind: 'status', status, headers } : { kind: 'status', status }

/** What goes wrong between Evenkeel and the provider. */
export const faults: Readonly<Record<string, Fault>> = {
  '400': status(400),
  '401': status(401),
  '403': status(403),
  '429 with retry-after': status(429, { 'retry-after-ms': '20' }),
  '500': status(500),
  '529': status(529),
  'reset before the headers': { kind: 'reset_before_headers' },
  'reset after the headers': { kind: 'reset_after_headers' },
  silence: { kind: 'silence' },
  stall: { kind: 'stall' },
  'cut in the middle': { kind: 'cut' },
  'cut before the end': { kind: 'cut_before_end' },
  'bad JSON': { kind: 'bad_json' },
  'empty object': { kind: 'empty_object' },
  'error in the stream': { kind: 'error_event', type: 'overloaded_error', hasBegun: true },
  redirect: { kind: 'redirect', to: 'http://127.0.0.1:9/v1/messages' },
}
