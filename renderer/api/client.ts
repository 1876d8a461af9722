import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { Contract } from '../../shared/contract/index.ts'
import { authorizedFetch } from './session.ts'

/** Names this window in its own news. */
export const windowId = crypto.randomUUID()

const link = new RPCLink({
  url: new URL('/api', location.href).href,
  headers: { 'x-window': windowId },
  fetch: (request, init) => authorizedFetch(request, init),
})

/** The core's whole API, typed by the contract. */
export const client: ContractRouterClient<Contract> = createORPCClient(link)

/** The same API as query and mutation options; every key starts with the feature's name. */
export const orpc = createTanstackQueryUtils(client)
