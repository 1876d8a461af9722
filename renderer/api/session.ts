import { noteConnection } from './connection.ts'

const tokenKey = 'evenkeel-session'

/** Why this page may not talk to the core, in words for the owner; null when it may. */
export type Refusal = { message: string } | null

/**
 * Trades the code of a one-time link (`#code=…`) for this tab's session. The desktop app needs none: its
 * pages come from `app:`, which only Evenkeel itself can open. The development server adds its own.
 */
export async function openSession(): Promise<Refusal> {
  if (location.protocol === 'app:' || import.meta.env.DEV) return null
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  if (code === null) return token() === null ? { message: 'This page has no link of its own.' } : null
  history.replaceState(null, '', '#/')
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  const answer = (await response.json()) as { token?: string; message?: string }
  if (answer.token !== undefined) sessionStorage.setItem(tokenKey, answer.token)
  return token() === null ? { message: answer.message ?? 'This link did not work.' } : null
}

/** `fetch` to the core, with this tab's session. Rejects with a TypeError when the core does not answer. */
export async function authorizedFetch(input: Request | string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(input, init)
  const bearer = token()
  if (bearer !== null) request.headers.set('authorization', `Bearer ${bearer}`)
  try {
    const response = await fetch(request)
    noteConnection(response.status === 401 ? 'signed-out' : 'answering')
    return response
  } catch (error) {
    if (!request.signal.aborted) noteConnection('silent')
    throw error
  }
}

function token(): string | null {
  return sessionStorage.getItem(tokenKey)
}
