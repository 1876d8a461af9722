import { AppError } from '../../../../shared/errors.ts'
import type { AiProvider, Connection } from '../../ai/port.ts'
import { providers } from '../../ai/providers.ts'
import { createMemoryKeys, type KeyStore } from '../../key-store.ts'
import { namedAddress } from './gateway-address.ts'
import type { Gateways } from './gateways.ts'

/** A provider, and the owner's key for it. */
export type Account = { provider: AiProvider; keys: KeyStore }

/** Every provider, with a key only in memory, and none yet. */
export function withoutKeys(): Account[] {
  return providers.map((provider) => ({ provider, keys: createMemoryKeys() }))
}

export type Accounts = ReturnType<typeof createAccounts>

/** The providers Evenkeel can call, by their ids. */
export function createAccounts(accounts: readonly Account[], gateways: Pick<Gateways, 'of'>) {
  /** Throws NOT_FOUND. */
  function find(id: string): Account {
    const found = accounts.find(({ provider }) => provider.id === id)
    if (!found) throw new AppError('NOT_FOUND', 'Evenkeel cannot call that provider.')
    return found
  }

  const addressOf = (id: string) => gateways.of(id) ?? find(id).provider.address

  return {
    all: () => accounts,
    find,
    has: (id: string) => accounts.some(({ provider }) => provider.id === id),
    /** Where requests go, as the owner reads it: "api.anthropic.com", or the company's gateway. */
    hostOf: (id: string) => namedAddress(addressOf(id)),
    hasKey: (id: string) => find(id).keys.read() !== null,
    /** The provider that is the vendor of a model; the usual one where none is. */
    ofVendor: (vendor: string): string => {
      const isNamed = ({ provider }: Account) => provider.name.toLowerCase() === vendor.trim().toLowerCase()
      return (accounts.find(isNamed) ?? accounts[0])?.provider.id ?? ''
    },
    /** Settles once every kept key was read. */
    opened: async (): Promise<void> => {
      await Promise.all(accounts.map(({ keys }) => keys.opened))
    },
    /** Throws CONFLICT without a key. */
    connect(id: string): Connection {
      const { provider, keys } = find(id)
      const apiKey = keys.read()
      if (apiKey === null) throw new AppError('CONFLICT', noKeyMessage([provider.name]))
      return provider.connect({ apiKey, address: addressOf(id) })
    },
  }
}

/** "There is no API key for Anthropic yet. Enter it in Settings, under Model tests." */
export function noKeyMessage(names: readonly string[]): string {
  return `There is no API key for ${names.join(' and ')} yet. Enter it in Settings, under Model tests.`
}
