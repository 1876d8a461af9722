import { z } from 'zod'
import { samplingNames } from '../domain/model-tests/model-settings.ts'
import { Day, Id, Instant, Nothing, procedure, text } from './base.ts'

/** Where the API key is: kept by the system's keychain, only in memory, or given by the environment. */
export const KeyState = z.object({
  isSet: z.boolean(),
  lastFour: z.string().nullable(),
  kept: z.enum(['keychain', 'memory', 'environment']).nullable(),
  /** Why it is only in memory, or has to be entered again; null when all is well. */
  note: z.string().nullable(),
})
export type KeyState = z.infer<typeof KeyState>

/** A provider that Evenkeel can call itself, and whether it has the owner's key. */
export const ProviderState = z.object({
  id: z.string(),
  /** "Anthropic" */
  name: z.string(),
  /** Where requests go: "api.anthropic.com", or the company's gateway. */
  host: z.string(),
  /** Where they go without a gateway. */
  ownHost: z.string(),
  /** The whole address of the company's gateway; null where there is none. */
  gateway: z.string().nullable(),
  exampleModel: z.string(),
  key: KeyState,
})
export type ProviderState = z.infer<typeof ProviderState>

/** US dollars for a million tokens of one model of one provider. */
export const Price = z.object({
  provider: z.string(),
  model: text('the model id', 120),
  input: z.number().min(0).max(10_000),
  output: z.number().min(0).max(10_000),
  asOf: Day,
  /** The settings this model takes; what is recorded for a workflow goes along where they are named here. */
  takes: z.array(z.enum(samplingNames)),
})
export type Price = z.infer<typeof Price>

/** The day a model is retired, by the owner or by the list of models. */
export const Retirement = z.object({
  model: text('the model id', 120),
  retiresOn: Day,
  source: z.enum(['owner', 'provider']),
})
export type Retirement = z.infer<typeof Retirement>

/** One request that left this computer. */
export const SentRequest = z.object({
  id: Id,
  sentAt: Instant,
  host: z.string(),
  modelTestId: Id.nullable(),
  purpose: z.enum(['output', 'evaluation', 'token_count', 'models']),
  model: z.string(),
  characters: z.number().int(),
  /** In US dollars; null where unknown. */
  cost: z.number().nullable(),
  outcome: z.enum(['in_flight', 'answered', 'failed', 'maybe_paid']),
  message: z.string(),
})
export type SentRequest = z.infer<typeof SentRequest>

const OfProvider = z.object({ provider: z.string() })

/** The providers Evenkeel can call itself, and everything that ever went to them. */
export const provider = {
  /** The usual one first. */
  list: procedure.output(z.array(ProviderState)),
  setKey: procedure.input(OfProvider.extend({ key: text('the API key', 500) })).output(KeyState),
  forgetKey: procedure.input(OfProvider).output(KeyState),
  /** Null goes back to the provider's own address. A run that is on its way ends where it began. */
  setGateway: procedure
    .input(OfProvider.extend({ address: text('the address', 500).nullable() }))
    .output(ProviderState),
  /** Asks the provider which models it has; a call that the owner starts. */
  models: procedure
    .input(OfProvider)
    .output(z.array(z.object({ id: z.string(), name: z.string(), retiresOn: Day.nullable() }))),
  /** Null takes the day back. Days of the list of models are kept as it is asked for, but never over the owner's. */
  saveRetirement: procedure
    .input(Retirement.omit({ source: true }).extend({ retiresOn: Day.nullable() }))
    .output(Nothing),
  prices: procedure.output(z.array(Price)),
  /** Without `takes` they stay as they are. */
  savePrice: procedure.input(Price.partial({ takes: true })).output(z.array(Price)),
  removePrice: procedure.input(OfProvider.extend({ model: z.string() })).output(z.array(Price)),
  sent: procedure.input(z.object({ offset: z.number().int().min(0) })).output(
    z.object({
      rows: z.array(SentRequest),
      total: z.number().int(),
      characters: z.number().int(),
      /** US dollars of all requests whose cost is known, and how many are not. */
      cost: z.number(),
      unknownCosts: z.number().int(),
    }),
  ),
}
