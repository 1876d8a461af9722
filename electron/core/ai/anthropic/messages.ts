import Anthropic from '@anthropic-ai/sdk'
import { type Answer, ApiFailure, type Connection } from '../port.ts'
import { scrub } from '../scrub.ts'
import { createWatch, defaultTimeouts, type Timeouts } from '../watch.ts'
import { asFailure } from './as-failure.ts'
import { bodyOf, promptOf } from './body.ts'
import { createCollector, ModelPage, TokenCount } from './reply.ts'
import { createTransport } from './transport.ts'

export type MessagesOptions = {
  apiKey: string
  /** For example "https://api.anthropic.com". */
  baseURL: string
  timeouts?: Timeouts
}

type Call = { model: string | null; isPaid: boolean; signal: AbortSignal | undefined }

/**
 * The one way out of this computer. Nothing is sent before a call, nothing is tried twice, redirects are not
 * followed, and the environment has no say. Every call rejects with an ApiFailure and nothing else.
 */
export function createMessagesClient(options: MessagesOptions): Connection {
  const { apiKey, baseURL, timeouts = defaultTimeouts } = options
  const host = new URL(baseURL).host

  async function call<T>({ model, isPaid, signal }: Call, ask: (sdk: Anthropic, state: State) => Promise<T>) {
    const watch = createWatch(timeouts, signal)
    const state: State = { signal: watch.signal, hasBegun: false }
    try {
      if (!/^[!-~]+$/.test(apiKey)) throw unusableKey()
      return await ask(
        sdkFor(options, timeouts, createTransport({ apiKey, host, onBytes: watch.alive })),
        state,
      )
    } catch (error) {
      const failure = asFailure(error, {
        model,
        isPaid,
        cut: watch.cut(),
        hasBegun: state.hasBegun,
        timeouts,
      })
      throw new ApiFailure({ ...failure, message: scrub(failure.message, apiKey) })
    } finally {
      watch.stop()
    }
  }

  return {
    ask: (question, { signal }) =>
      call({ model: question.model, isPaid: true, signal }, (sdk, state) =>
        readAnswer(sdk, bodyOf(question), state),
      ),
    count: ({ model, ...texts }, { signal }) =>
      call({ model, isPaid: false, signal }, async (sdk, state) => {
        const reply = await sdk.messages.countTokens({ model, ...promptOf(texts) }, { signal: state.signal })
        return TokenCount.parse(reply).input_tokens
      }),
    models: ({ signal }) =>
      call({ model: null, isPaid: false, signal }, async (sdk, state) => {
        // Read as it came: the SDK takes a reply without a list for an empty list.
        const reply = await sdk.models.list({ limit: 1000 }, { signal: state.signal }).asResponse()
        return ModelPage.parse(await reply.json()).data.map((model) => ({
          id: model.id,
          name: model.display_name,
          retiresAt: model.retires_at ?? null,
        }))
      }),
  }
}

/** `hasBegun`: the answer began to come. */
type State = { signal: AbortSignal; hasBegun: boolean }

/** All is given, since the SDK takes from the environment or a profile on disk what it is not given. */
function sdkFor({ apiKey, baseURL }: MessagesOptions, { totalMs }: Timeouts, transport: typeof fetch) {
  return new Anthropic({
    apiKey,
    baseURL,
    authToken: null,
    webhookKey: null,
    fetch: transport,
    fetchOptions: { redirect: 'error' },
    maxRetries: 0,
    timeout: totalMs,
    logLevel: 'off',
    openTelemetry: false,
  })
}

async function readAnswer(sdk: Anthropic, body: ReturnType<typeof bodyOf>, state: State): Promise<Answer> {
  const startedAt = performance.now()
  const collector = createCollector()
  const sending = sdk.messages.create(body, { signal: state.signal })
  const { data: events, response } = await sending.withResponse()
  try {
    for await (const event of events) {
      collector.add(event)
      state.hasBegun ||= collector.hasBegun()
    }
  } catch (error) {
    // What goes wrong after the end of an answer takes nothing from it.
    if (!collector.whole()) throw error
  }
  const whole = collector.whole()
  if (!whole) throw new Error('The stream ended before the answer did.')
  const milliseconds = Math.round(performance.now() - startedAt)
  return { ...whole, milliseconds, requestId: requestIdOf(response) }
}

function requestIdOf({ headers }: Response): string | null {
  const id = headers.get('request-id')
  return id && /^[\w-]{1,100}$/.test(id) ? id : null
}

function unusableKey() {
  return new ApiFailure({
    kind: 'stop',
    message: 'The API key is empty or holds a character that no API key has. Enter it again in Settings.',
  })
}
