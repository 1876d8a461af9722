import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import type { Page } from '@playwright/test'
import type { Contract } from '../../shared/contract/index.ts'

export type CoreClient = ContractRouterClient<Contract>

type Asked = { pathname: string; body: string }
type Reply = { status: number; type: string; body: string }

/** The core as the open page reaches it, with the page's own session: to prepare a test, or to check the screen. */
export const createCoreClient = (page: Page): CoreClient =>
  coreClientVia((asked) => page.evaluate(askFromPage, asked))

/** The same where `ask` runs what is asked in the page. */
export function coreClientVia(ask: (asked: Asked) => Promise<Reply>): CoreClient {
  const link = new RPCLink({
    url: 'http://127.0.0.1/api',
    fetch: async (request) => {
      const { pathname } = new URL(request.url)
      const reply = await ask({ pathname, body: await request.text() })
      return new Response(reply.body, { status: reply.status, headers: { 'content-type': reply.type } })
    },
  })
  return createORPCClient(link)
}

export async function askFromPage({ pathname, body }: Asked): Promise<Reply> {
  const response = await fetch(pathname, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${sessionStorage.getItem('evenkeel-session')}`,
    },
    body: body === '' ? '{}' : body,
  })
  const type = response.headers.get('content-type') ?? 'application/json'
  return { status: response.status, type, body: await response.text() }
}
