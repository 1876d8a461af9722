import type { Price, ProviderState, Retirement } from '../../../../shared/contract/provider.ts'
import type { SamplingName } from '../../../../shared/domain/model-tests/model-settings.ts'
import { AppError } from '../../../../shared/errors.ts'
import { ApiFailure } from '../../ai/port.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { type Account, createAccounts } from './accounts.ts'
import { type Calls, createCalls } from './calls.ts'
import { gatewayAddress, namedAddress } from './gateway-address.ts'
import { createGateways } from './gateways.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createPricesRepository, type StoredPrice } from './repository.ts'
import { createRetirements } from './retirements.ts'
import { createSender, listModels, type Sender } from './sending.ts'

const pageSize = 50

export type Provider = Handlers<'provider'> & {
  ledger: Ledger
  /** The planned answers. */
  calls: Calls
  accounts: ReturnType<typeof createAccounts>
  /** The way to ask these providers, with the keys as they are now. Throws CONFLICT without a key. */
  sender: (providerIds: readonly string[]) => Sender
  /** US dollars for a million tokens; null where the owner has none for the model of this provider. */
  priceOf: (provider: string, model: string) => StoredPrice | null
  /** The day a model is retired; null where none is known. */
  retirementOf: (model: string) => Retirement | null
  /** The settings a model takes: as the owner says, else as is known of it. */
  takes: (provider: string, model: string) => readonly SamplingName[]
}

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** The providers Evenkeel can call itself: the owner's keys, their prices, and everything that was sent. */
export function createProvider(context: Context, held: readonly Account[]): Provider {
  const { db, clock } = context
  const command = context.commands('provider')
  const gateways = createGateways(db)
  const accounts = createAccounts(held, gateways)
  const repository = createPricesRepository(db)
  const retirements = createRetirements(db)
  const ledger = createLedger(context, priceOf)
  const calls = createCalls(db)

  // A model's id may end in the day it was made; its price is the same.
  function priceOf(provider: string, model: string): StoredPrice | null {
    const withoutDay = model.replace(/-\d{8}$/, '')
    return repository.get(provider, model) ?? repository.get(provider, withoutDay) ?? null
  }

  const takes = (provider: string, model: string) =>
    priceOf(provider, model)?.takes ?? accounts.find(provider).provider.usuallyTakes(model)

  const prices = (): Price[] =>
    repository.all().map((price) => ({ ...price, takes: [...takes(price.provider, price.model)] }))

  const stateOf = ({ provider, keys }: Account): ProviderState => ({
    id: provider.id,
    name: provider.name,
    host: accounts.hostOf(provider.id),
    ownHost: namedAddress(provider.address),
    gateway: gateways.of(provider.id),
    exampleModel: provider.exampleModel,
    key: keys.state(),
  })

  function logKey(action: 'set' | 'forget', provider: string) {
    command(() => command.log({ action, entity: 'api_key', entityId: provider }))
  }

  /** Inside the caller's transaction. */
  function logPrice(
    action: 'save' | 'remove',
    price: StoredPrice,
    before: StoredPrice | null,
    after: StoredPrice | null,
  ) {
    command.log({
      action,
      entity: 'model_price',
      entityId: `${price.provider} ${price.model}`,
      before,
      after,
    })
  }

  /** Inside the caller's transaction. */
  function keepRetirement(model: string, after: Retirement | null) {
    const before = retirements.exactly(model)
    if (before?.retiresOn === after?.retiresOn && before?.source === after?.source) return
    if (after) retirements.save(after)
    else retirements.remove(model)
    command.log({ action: 'save', entity: 'model_retirement', entityId: model, before, after })
  }

  /** What the list of models says; a day of the owner's own stays. */
  function keepListed(listed: readonly { id: string; retiresOn: string | null }[]) {
    command(() => {
      for (const { id: model, retiresOn } of listed) {
        const known = retirements.exactly(model)
        if (known?.source === 'owner' || (known === null && retiresOn === null)) continue
        keepRetirement(model, retiresOn === null ? null : { model, retiresOn, source: 'provider' })
      }
    })
  }

  return {
    async list() {
      await accounts.opened()
      return accounts.all().map(stateOf)
    },
    async setKey({ provider: id, key }) {
      const account = accounts.find(id)
      if (!account.provider.key.looksRight(key)) {
        throw wrongField(
          'key',
          'That does not look like an API key. Copy the whole key from your account with the provider, without spaces.',
        )
      }
      await account.keys.set(key)
      logKey('set', id)
      return account.keys.state()
    },
    async forgetKey({ provider: id }) {
      const account = accounts.find(id)
      await account.keys.forget()
      logKey('forget', id)
      return account.keys.state()
    },
    setGateway({ provider: id, address: typed }) {
      const account = accounts.find(id)
      const { address, problem } = typed === null ? { address: null, problem: null } : gatewayAddress(typed)
      if (problem !== null) throw wrongField('address', problem)
      const before = gateways.of(id)
      if (before !== address) {
        command(() => {
          gateways.save(id, address)
          command.log({ action: 'save', entity: 'gateway', entityId: id, before, after: address })
        })
      }
      return stateOf(account)
    },
    async models({ provider }, { signal }) {
      await accounts.find(provider).keys.opened
      const to = { provider, host: accounts.hostOf(provider) }
      try {
        const models = await listModels(accounts.connect(provider), to, ledger, signal)
        const listed = models.map(({ id, name, retiresAt }) => ({
          ...{ id, name },
          retiresOn: retiresAt?.slice(0, 10) ?? null,
        }))
        keepListed(listed)
        return listed
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error
        throw new AppError(error.kind === 'cancelled' ? 'CANCELLED' : 'UNAVAILABLE', error.message)
      }
    },
    saveRetirement({ model, retiresOn }) {
      command(() => {
        keepRetirement(model, retiresOn === null ? null : { model, retiresOn, source: 'owner' })
      })
      return null
    },
    prices,
    savePrice({ takes: said, ...price }) {
      accounts.find(price.provider)
      if (price.asOf > clock.today()) {
        throw wrongField('asOf', 'That date is in the future. Enter the day you looked the price up.')
      }
      command(() => {
        const before = repository.get(price.provider, price.model) ?? null
        const saved = { ...price, takes: said ?? before?.takes ?? null }
        repository.save(saved)
        logPrice('save', saved, before, saved)
      })
      return prices()
    },
    removePrice({ provider, model }) {
      command(() => {
        const before = repository.get(provider, model)
        if (!before) throw new AppError('NOT_FOUND', 'That price is not here any more.')
        repository.remove(provider, model)
        logPrice('remove', before, before, null)
      })
      return prices()
    },
    sent: ({ offset }) => ledger.page(offset, pageSize),
    ledger,
    calls,
    accounts,
    sender: (providerIds) => createSender(providerIds, { accounts, ledger, calls }),
    priceOf,
    retirementOf: retirements.of,
    takes,
  }
}
