import type { CustomScheme } from 'electron'
import type { AppDoor } from '../app-door.ts'
import type { Assets } from '../assets.ts'
import { securityHeaders, withSecurityHeaders } from '../headers.ts'
import { problemPage } from '../problem-page.ts'
import { appScheme, isOwnAddress, stoppedAddress } from './address.ts'

/** What our scheme may do in Chromium: behave like https, and nothing beyond. */
export const schemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
}

const stopped =
  'The page of Evenkeel ended twice by itself. Everything up to your last answer is saved. Close Evenkeel and start it again. If it happens again, the logs in your data folder say when and how.'

/**
 * Answers every request of the window: /api and /files by the core, the rest by the renderer's files. The core may
 * still be opening: what is for it waits, and the page stands meanwhile.
 */
export function createProtocolHandler(
  opened: Promise<Pick<AppDoor, 'fetch'> | { problem: string }>,
  assets: Assets,
  onAsked: () => void,
) {
  let problem: string | undefined
  void opened.then((door) => {
    if ('problem' in door) problem = door.problem
  })
  return async (request: Request): Promise<Response> => {
    if (!isOwnAddress(request.url)) return new Response(null, { status: 403, headers: securityHeaders })
    if (request.url === stoppedAddress) return problemPage(stopped)
    if (problem !== undefined) return problemPage(problem)
    const { pathname } = new URL(request.url)
    const isForCore = pathname.startsWith('/api/') || pathname === '/files' || pathname.startsWith('/files/')
    if (!isForCore) return assets(request)
    onAsked()
    const whole = await withWholeBody(request)
    const door = await opened
    return 'problem' in door ? problemPage(door.problem) : withSecurityHeaders(await door.fetch(whole))
  }
}

/** Electron streams request bodies in ways that differ by version; the core gets them in one piece. */
async function withWholeBody(request: Request): Promise<Request> {
  if (request.method === 'GET' || request.method === 'HEAD') return request
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: await request.arrayBuffer() })
}
