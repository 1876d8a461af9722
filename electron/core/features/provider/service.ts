import type { Price } from '../../../../shared/contract/provider.ts'
import { AppError } from '../../../../shared/errors.ts'
import { ApiFailure } from '../../ai/failure.ts'
import type { MessagesClient, MessagesOptions } from '../../ai/messages.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { type KeyStore, looksLikeKey } from '../../key-store.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createPricesRepository } from './repository.ts'

/** The only address that Evenkeel ever sends to. */
export const providerAddress = 'https://api.anthropic.com'

const pageSize = 50

type Needs = {
  keys: KeyStore
  /** `providerAddress`; tests put a server of their own in its place. */
  apiBaseUrl: string
}

export type Provider = Handlers<'provider'> & {
  ledger: Ledger
  /** Where requests go, as the owner reads it: "api.anthropic.com". */
  host: string
  hasKey: () => boolean
  /** Throws CONFLICT without a key. Whoever sends through it writes the ledger. */
  client: () => MessagesClient
  /** US dollars for a million tokens; null where the owner has none for the model. */
  priceOf: (model: string) => Price | null
}

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** The one provider Evenkeel can call itself: the owner's key, its prices, and what was sent. */
export function createProvider(context: Context, { keys, apiBaseUrl }: Needs): Provider {
  const { db, clock } = context
  const command = context.commands('provider')
  const repository = createPricesRepository(db)
  const ledger = createLedger(context, priceOf)
  const { host } = new URL(apiBaseUrl)

  // A model's id may end in the day it was made; its price is the same.
  function priceOf(model: string): Price | null {
    return repository.get(model) ?? repository.get(model.replace(/-\d{8}$/, '')) ?? null
  }

  function client(): MessagesClient {
    const apiKey = keys.read()
    if (apiKey === null) {
      throw new AppError('CONFLICT', 'There is no API key yet. Enter it in Settings, under Model tests.')
    }
    return clientOnFirstUse({ apiKey, baseURL: apiBaseUrl })
  }

  function logKey(action: 'set' | 'forget') {
    command(() => command.log({ action, entity: 'api_key', entityId: 1 }))
  }

  /** Inside the caller's transaction. */
  function logPrice(action: 'save' | 'remove', model: string, before: Price | null, after: Price | null) {
    command.log({ action, entity: 'model_price', entityId: model, before, after })
  }

  return {
    async key() {
      await keys.opened
      return keys.state()
    },
    async setKey({ key }) {
      if (!looksLikeKey(key)) {
        throw wrongField(
          'key',
          'That does not look like an API key. Copy the whole key from your account with the provider, without spaces.',
        )
      }
      await keys.set(key)
      logKey('set')
      return keys.state()
    },
    async forgetKey() {
      await keys.forget()
      logKey('forget')
      return keys.state()
    },
    async models(_input, { signal }) {
      await keys.opened
      const asking = client()
      const request = { callId: null, testId: null, purpose: 'models', model: '', characters: 0 } as const
      const requestId = ledger.begin({ ...request, host })
      try {
        const models = await asking.models(signal)
        ledger.answered(requestId, null, () => {})
        return models.map(({ id, name, retiresAt }) => ({
          id,
          name,
          retiresOn: retiresAt?.slice(0, 10) ?? null,
        }))
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error
        ledger.failed(requestId, error.message)
        throw new AppError(error.kind === 'cancelled' ? 'CANCELLED' : 'UNAVAILABLE', error.message)
      }
    },
    prices: () => repository.all(),
    savePrice(price) {
      if (price.asOf > clock.today()) {
        throw wrongField('asOf', 'That date is in the future. Enter the day you looked the price up.')
      }
      command(() => {
        const before = repository.get(price.model) ?? null
        repository.save(price)
        logPrice('save', price.model, before, price)
      })
      return repository.all()
    },
    removePrice({ model }) {
      command(() => {
        const before = repository.get(model)
        if (!before) throw new AppError('NOT_FOUND', 'That price is not here any more.')
        repository.remove(model)
        logPrice('remove', model, before, null)
      })
      return repository.all()
    },
    sent: ({ offset }) => ledger.page(offset, pageSize),
    ledger,
    host,
    hasKey: () => keys.read() !== null,
    client,
    priceOf,
  }
}

/** The provider's library is large and most sittings never need it. */
function clientOnFirstUse(options: MessagesOptions): MessagesClient {
  let loaded: Promise<MessagesClient> | null = null
  const client = () => {
    loaded ??= import('../../ai/messages.ts').then((ai) => ai.createMessagesClient(options))
    return loaded
  }
  return {
    answer: async (question) => (await client()).answer(question),
    countTokens: async (question) => (await client()).countTokens(question),
    models: async (signal) => (await client()).models(signal),
  }
}
