import type { CustomScheme } from 'electron'
import type { AppDoor } from '../app-door.ts'
import type { Assets } from '../assets.ts'
import { securityHeaders, withSecurityHeaders } from '../headers.ts'
import { appScheme, isOwnAddress } from './address.ts'

/** What our scheme may do in Chromium: behave like https, and nothing beyond. */
export const schemePrivileges: CustomScheme = {
  scheme: appScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
}

/** Answers every request of the window: /api and /files by the core, the rest by the renderer's files. */
export function createProtocolHandler(app: AppDoor['fetch'], assets: Assets) {
  return async (request: Request): Promise<Response> => {
    if (!isOwnAddress(request.url)) return new Response(null, { status: 403, headers: securityHeaders })
    const { pathname } = new URL(request.url)
    const isForCore = pathname.startsWith('/api/') || pathname === '/files' || pathname.startsWith('/files/')
    return isForCore ? withSecurityHeaders(await app(await withWholeBody(request))) : assets(request)
  }
}

/** Electron streams request bodies in ways that differ by version; the core gets them in one piece. */
async function withWholeBody(request: Request): Promise<Request> {
  if (request.method === 'GET' || request.method === 'HEAD') return request
  const { url, method, headers, signal } = request
  return new Request(url, { method, headers, signal, body: await request.arrayBuffer() })
}
