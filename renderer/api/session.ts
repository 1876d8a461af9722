/// <reference types="vite/client" />
import { AppError } from '../../shared/errors.ts'
import { noteConnection } from './connection.ts'
import { words } from './words.ts'

const tokenKey = 'evenkeel-session'
const notAnswering = words.evenkeelIsNotAnsweringWhat

/** Why this page may not talk to the core, in words for the owner; null when it may. */
export type Refusal = { message: string } | null

/**
 * Trades the code of a one-time link (`#code=…`) for this tab's session. The desktop app needs none: its
 * pages come from `app:`, which only Evenkeel itself can open. The development server adds its own.
 */
export async function openSession(): Promise<Refusal> {
  if (location.protocol === 'app:' || import.meta.env.DEV) return null
  const code = codeInAddress()
  if (code === null) return token() === null ? { message: words.thisPageHasNoLink } : null
  history.replaceState(null, '', '#/')
  const refusal = await redeem(code)
  return token() === null ? refusal : null
}

/**
 * A fresh link opened in this very tab only changes what is behind the #. A page that is open takes its code and
 * stays as it is, with everything typed; one that was refused starts over.
 */
export function followFreshLinks(isOpen: boolean): void {
  window.addEventListener('hashchange', ({ oldURL }) => {
    const code = codeInAddress()
    if (code === null) return
    if (!isOpen) return location.reload()
    history.replaceState(null, '', new URL(oldURL).hash || '#/')
    void redeem(code).then((refusal) => refusal ?? noteConnection('answering'))
  })
}

const codeInAddress = () => new URLSearchParams(location.hash.slice(1)).get('code')

/** Keeps the session that the code is good for; otherwise why there is none. */
async function redeem(code: string): Promise<Refusal> {
  const answer = await exchange(code).catch(() => ({ message: notAnswering }))
  if (!('token' in answer)) return { message: answer.message ?? words.thisLinkDidNotWork }
  sessionStorage.setItem(tokenKey, answer.token)
  return null
}

/** Has a code shown where Evenkeel was started; why not, in words, where it is not. */
export async function askForCode(): Promise<Refusal> {
  try {
    const response = await fetch('/session/code', { method: 'POST' })
    if (response.ok) return null
    return {
      message: ((await response.json()) as { message?: string }).message ?? words.thatDidNotWorkNothing,
    }
  } catch {
    return { message: notAnswering }
  }
}

/** Opens this page with the code that was typed, at the place it was asked for. */
export async function openWithCode(code: string): Promise<Refusal> {
  const refusal = await redeem(code)
  if (refusal === null) location.reload()
  return refusal
}

async function exchange(code: string): Promise<{ token: string } | { message: string }> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  return (await response.json()) as { token: string } | { message: string }
}

/** `fetch` to the core, with this tab's session. Rejects with UNAVAILABLE when the core does not answer. */
export async function authorizedFetch(input: Request | string, init: RequestInit = {}): Promise<Response> {
  const request = new Request(input, init)
  const bearer = token()
  if (bearer !== null) request.headers.set('authorization', `Bearer ${bearer}`)
  try {
    const response = await fetch(request)
    noteConnection(response.status === 401 ? 'signed-out' : 'answering')
    return response
  } catch (error) {
    if (request.signal.aborted) throw error
    noteConnection('silent')
    throw new AppError('UNAVAILABLE', notAnswering)
  }
}

function token(): string | null {
  return sessionStorage.getItem(tokenKey)
}
