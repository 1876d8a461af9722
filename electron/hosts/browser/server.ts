import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { z } from 'zod'
import { securityHeaders, withSecurityHeaders } from '../headers.ts'
import { type Credentials, judge, routeOf } from './guard.ts'
import { createLinks } from './links.ts'
import { createSecret } from './secrets.ts'
import { createTypedCodes, isTyped } from './typed-codes.ts'

export type Server = {
  port: number
  /** What a second start shows to get a link of its own. */
  controlSecret: string
  /** A fresh one-time code. */
  issueCode: () => string
  close: () => Promise<void>
}

export type ServerOptions = {
  /** The core: /api and /files. */
  app: (request: Request) => Promise<Response>
  /** Everything else that is fetched. */
  assets: (request: Request) => Response
  /** Shows a code to whoever started Evenkeel; it opens the page that asked for it. */
  showCode: (code: string) => void
  /** 0 takes any free port. */
  port: number
}

const SessionRequest = z.object({ code: z.string() })

/** Serves the app to this computer only. Rejects with the socket's error, such as EADDRINUSE. */
export async function createLoopbackServer({ app, assets, showCode, port }: ServerOptions): Promise<Server> {
  const links = createLinks(() => performance.now())
  const typed = createTypedCodes(() => performance.now())
  const credentials: Credentials = {
    port,
    sessionToken: createSecret(),
    controlSecret: createSecret(),
  }

  async function exchange(request: Request): Promise<Response> {
    const sent = SessionRequest.safeParse(await request.json().catch(() => undefined))
    const code = sent.data?.code ?? ''
    const isGood = isTyped(code) ? typed.redeem(code) : links.redeem(code)
    if (isGood) return json(200, { token: credentials.sessionToken })
    return json(401, {
      message: isTyped(code)
        ? 'This is not the code that stands there, or it is no longer good.'
        : 'This link was used already or has expired.',
    })
  }

  function showNewCode(): Response {
    const code = typed.issue()
    if (code === undefined) {
      return json(429, { message: 'A code was shown a moment ago. Type that one, or ask again shortly.' })
    }
    showCode(code)
    return json(200, {})
  }

  async function answer(request: Request): Promise<Response> {
    switch (routeOf(new URL(request.url).pathname)) {
      case 'app':
        return withSecurityHeaders(await app(request))
      case 'code':
        return showNewCode()
      case 'session':
        return exchange(request)
      case 'control':
        return json(200, { code: links.issue() })
      case 'asset':
        return assets(request)
    }
  }

  const listener = getRequestListener(answer, { overrideGlobalObjects: false })
  const server = createServer((incoming, outgoing) => {
    const facts = {
      method: incoming.method ?? '',
      target: incoming.url ?? '',
      headers: incoming.headersDistinct,
    }
    const verdict = judge(facts, credentials)
    if ('route' in verdict) void listener(incoming, outgoing)
    else refuse(incoming, outgoing, verdict)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  credentials.port = (server.address() as AddressInfo).port

  return {
    port: credentials.port,
    controlSecret: credentials.controlSecret,
    issueCode: links.issue,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function json(status: number, value: unknown): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { ...securityHeaders, 'content-type': 'application/json' },
  })
}

function refuse(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { status, reason }: { status: number; reason: string },
): void {
  const answer = () => {
    outgoing.writeHead(status, {
      ...securityHeaders,
      'content-type': 'application/json',
      connection: 'close',
    })
    outgoing.end(JSON.stringify({ message: reason }))
  }
  // A page whose file is too large reads the answer only once the file is sent.
  if (status === 413) incoming.resume().once('end', answer)
  else answer()
}
