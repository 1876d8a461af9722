import { ApiFailure } from '../port.ts'

/** Codes of connections that never came about, so that nothing was sent. */
const notConnected = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])
const notTrusted = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ERR_TLS|ERR_SSL/

/** The version of the API that the replies are read by. */
const apiVersion = '2026-10-21'

type Transport = {
  apiKey: string
  /** Where requests go, as the owner reads it, for example "api.anthropic.com". */
  host: string
  /** Called for every piece of a reply, pings included. */
  onBytes: () => void
}

/**
 * A `fetch` for the SDK that sends our headers and no others: the SDK would add facts about this computer, and
 * whatever ANTHROPIC_CUSTOM_HEADERS says. Rejects with an ApiFailure where it is known that nothing was bought.
 */
export function createTransport({ apiKey, host, onBytes }: Transport): typeof fetch {
  return async (input, init) => {
    const headers = {
      accept: 'application/json',
      'anthropic-version': apiVersion,
      authorization: `Bearer ${apiKey}`,
      'user-agent': 'Evenkeel',
      ...(init?.body ? { 'content-type': 'application/json' } : {}),
    }
    const reply = await fetch(input, { ...init, headers }).catch((error: unknown) => {
      throw connectionFailure(error, host) ?? error
    })
    onBytes()
    return watched(reply, onBytes)
  }
}

function watched(reply: Response, onBytes: () => void): Response {
  if (!reply.body) return reply
  const body = reply.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes()
        controller.enqueue(chunk)
      },
    }),
  )
  return new Response(body, { status: reply.status, headers: reply.headers })
}

/** What `fetch` failed with, as an ApiFailure; null where the request may have arrived. */
function connectionFailure(error: unknown, host: string): ApiFailure | null {
  const cause = error instanceof Error ? error.cause : null
  if (!(cause instanceof Error)) return null
  const code = 'code' in cause ? String(cause.code) : ''
  if (notConnected.has(code)) {
    return new ApiFailure({
      kind: 'retry',
      message: `${host} could not be reached. Nothing was sent. Check the connection to the internet.`,
    })
  }
  if (notTrusted.test(code)) {
    return new ApiFailure({
      kind: 'stop',
      message: `No secure connection to ${host} came about, so nothing was sent. Your network may look into connections; ask whoever runs it.`,
    })
  }
  if (cause.message === 'unexpected redirect') {
    return new ApiFailure({
      kind: 'stop',
      message: `${host} pointed to another address. Evenkeel does not follow: your texts go only where you agreed. Ask whoever runs your network.`,
    })
  }
  return null
}
