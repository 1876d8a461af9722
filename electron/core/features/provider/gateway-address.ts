export type GatewayAddress = { address: string; problem: null } | { address: null; problem: string }

/** An address as it was typed: "https://ai.example.com/anthropic", without a slash at its end; or what is wrong with it. */
export function gatewayAddress(typed: string): GatewayAddress {
  const no = (problem: string): GatewayAddress => ({ address: null, problem })
  const url = URL.parse(typed.trim())
  if (url === null || url.hostname === '')
    return no('That is not an address. It looks like https://ai.example.com.')
  if (url.protocol !== 'https:')
    return no('The address has to start with https://, so that nobody on the way can read what is sent.')
  if (url.username !== '' || url.password !== '')
    return no(
      'Leave the name and password out of the address. What the gateway asks for goes in as the API key.',
    )
  if (url.search !== '' || url.hash !== '') return no('Leave out what follows the ? or # of the address.')
  return { address: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, problem: null }
}

/** An address as it is named on screen and on record: "api.anthropic.com", "ai.example.com/anthropic". */
export function namedAddress(address: string): string {
  const { host, pathname } = new URL(address)
  return `${host}${pathname.replace(/\/+$/, '')}`
}
