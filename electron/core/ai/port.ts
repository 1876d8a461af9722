import type { Sampling, SamplingName } from '../../../shared/domain/model-tests/model-settings.ts'

/** All that leaves this computer for one answer. `maxTokens` is the longest answer allowed. */
export type Question = {
  model: string
  maxTokens: number
  instructions: string
  input: string
  /** Settings that go along. */
  sampling?: Sampling
}

/** A whole answer. One that is empty, refused or cut at its longest length is an answer too: see `stopReason`. */
export type Answer = {
  text: string
  /** Why it ended, in the provider's words. */
  stopReason: string
  inputTokens: number
  outputTokens: number
  /** From the request to the end of the answer, by a clock that is never set. */
  milliseconds: number
  /** The provider's own number of the request, for asking back; null where it gave none. */
  requestId: string | null
}

/** `retiresAt` is an instant; null where no retirement is planned. */
export type ListedModel = { id: string; name: string; retiresAt: string | null }

type Cancel = { signal?: AbortSignal | undefined }

/** What the input tokens of a question are counted from. */
export type Texts = Pick<Question, 'model' | 'instructions' | 'input'>

/** A provider with the owner's key. Each call is one request, never tried twice; it rejects with an ApiFailure. */
export type Connection = {
  ask: (question: Question, cancel: Cancel) => Promise<Answer>
  /** Input tokens of a question, as the provider counts them. Free, but the texts go there. */
  count: (texts: Texts, cancel: Cancel) => Promise<number>
  /** The models the key can use, newest first. Free. */
  models: (cancel: Cancel) => Promise<ListedModel[]>
}

/** A provider that Evenkeel can call itself. */
export type AiProvider = {
  /** Keys, prices and requests are kept under it: never changes. */
  id: string
  /** What it is called on screen, and as the vendor of a model. */
  name: string
  /** The only address anything is sent to. */
  address: string
  /** For the owner, to see what a model's id looks like. */
  exampleModel: string
  key: {
    looksRight: (text: string) => boolean
    /** The environment variable it may come from, where there is no keychain. */
    variable: string
    /** What the sealed key is called in the data folder. */
    file: string
  }
  /** Environment variables its library would follow: taken out before it is loaded. */
  libraryVariables: RegExp
  /** The settings a model of this id takes, as far as is known; the owner's table goes before it. */
  usuallyTakes: (model: string) => readonly SamplingName[]
  /** What `ask` would send, byte for byte. */
  body: (question: Question) => string
  /** Sends nothing; its library is loaded with the first call. */
  connect: (to: { apiKey: string; address: string }) => Connection
}

/**
 * What to do after a call failed. `stop`: no further call can succeed. `stop_model`: none to this model can, others
 * can. `skip`: this one cannot, others can.
 * `wait`: come back after a while.
 * `retry`: nothing was bought, try again. `maybe_paid`: the request left and no whole answer came back.
 */
export type FailureKind = 'stop' | 'stop_model' | 'skip' | 'wait' | 'retry' | 'maybe_paid' | 'cancelled'

export type FailureDetails = {
  kind: FailureKind
  /** For the owner: never the key, the prompt or the provider's own words. */
  message: string
  /** Milliseconds the provider asked to wait, capped at `longestWaitMs`; null where it did not say. */
  retryAfterMs?: number | null
  /** The HTTP status; null where there was none. */
  status?: number | null
}

/** The only error a connection rejects with. Carries no cause: that would hold what was sent. */
export class ApiFailure extends Error {
  readonly kind: FailureKind
  readonly retryAfterMs: number | null
  readonly status: number | null

  constructor({ kind, message, retryAfterMs = null, status = null }: FailureDetails) {
    super(message)
    this.name = 'ApiFailure'
    this.kind = kind
    this.retryAfterMs = retryAfterMs
    this.status = status
  }
}

/** A connection whose library is loaded with the first call: it is large, and most sittings never need it. */
export function onFirstUse(load: () => Promise<Connection>): Connection {
  let loaded: Promise<Connection> | null = null
  const connection = () => {
    loaded ??= load()
    return loaded
  }
  return {
    ask: async (question, cancel) => (await connection()).ask(question, cancel),
    count: async (texts, cancel) => (await connection()).count(texts, cancel),
    models: async (cancel) => (await connection()).models(cancel),
  }
}
