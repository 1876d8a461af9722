import { type Answer, ApiFailure, type Connection, type Question } from '../../ai/port.ts'
import type { Accounts } from './accounts.ts'
import type { Calls } from './calls.ts'
import type { Ledger, NewRequest } from './ledger.ts'

/** A question, and the id of the provider it is for. */
export type ProviderQuestion = Question & { provider: string }

export type Order = {
  callId: number
  testId: number
  purpose: 'output' | 'evaluation'
  question: ProviderQuestion
}

export type Handling = {
  signal: AbortSignal
  /** No further try follows: an answer that does not come is given up. */
  isLastTry: boolean
  /** Called once the request is on disk, right before it leaves. */
  onSent: () => void
  /** Stores the answer, in the transaction that ends its request. `cost` in US dollars; null without a price. */
  keep: (answer: Answer, cost: number | null) => void
}

/** Sends one question and puts its end on record; null when the answer is there. Rejects only with what `keep` threw. */
export type Sender = (order: Order, handling: Handling) => Promise<ApiFailure | null>

type Needs = { accounts: Accounts; ledger: Ledger; calls: Calls }

/** A sender with the keys and addresses as they are now. Throws CONFLICT where one of these providers has none. */
export function createSender(providerIds: readonly string[], { accounts, ledger, calls }: Needs): Sender {
  const connections = new Map(
    providerIds.map((id) => [id, { ...accounts.connect(id), host: accounts.hostOf(id) }]),
  )

  function settle(requestId: number, { callId }: Order, { kind, message }: ApiFailure, isLastTry: boolean) {
    if (kind === 'maybe_paid' || kind === 'cancelled') {
      ledger.maybePaid(requestId, message)
      if (kind === 'maybe_paid' && isLastTry) calls.giveUp(callId)
    } else {
      const isOver = kind === 'skip' || (kind === 'retry' && isLastTry)
      ledger.failed(requestId, message, isOver ? 'failed' : 'planned')
    }
  }

  return async (order, { signal, isLastTry, onSent, keep }) => {
    const { question, callId, testId, purpose } = order
    const { provider, ...asked } = question
    const connection = connections.get(provider)
    if (!connection) throw new Error(`The run has no connection to ${provider}`)
    const requestId = ledger.begin({
      ...{ callId, testId, purpose, provider, model: asked.model },
      host: connection.host,
      characters: charactersOf(asked),
    })
    onSent()
    try {
      const answer = await connection.ask(asked, { signal })
      ledger.answered(requestId, answer, (cost) => keep(answer, cost))
      return null
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error
      settle(requestId, order, error, isLastTry)
      return error
    }
  }
}

/** The provider's models, free of charge; the request is on record like every other. Rejects with an ApiFailure. */
export async function listModels(
  connection: Connection,
  to: { provider: string; host: string },
  ledger: Ledger,
  signal: AbortSignal | undefined,
) {
  const request = { ...to, purpose: 'models' as const, callId: null, testId: null, model: '', characters: 0 }
  return free(ledger, request, () => connection.models({ signal }))
}

/** Input tokens as the provider counts them; the request is on record like every other. Rejects with an ApiFailure. */
export async function countTokens(
  connection: Connection,
  to: { testId: number; provider: string; host: string },
  ledger: Ledger,
  question: Question,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { model, instructions, input } = question
  const request = { ...to, purpose: 'token_count' as const, callId: null, model }
  return free(ledger, { ...request, characters: charactersOf(question) }, () =>
    connection.count({ model, instructions, input }, { signal }),
  )
}

async function free<T>(ledger: Ledger, request: NewRequest, ask: () => Promise<T>): Promise<T> {
  const requestId = ledger.begin(request)
  try {
    const answer = await ask()
    ledger.answered(requestId, null, () => {})
    return answer
  } catch (error) {
    if (error instanceof ApiFailure) ledger.failed(requestId, error.message)
    throw error
  }
}

export const charactersOf = ({ instructions, input }: Pick<Question, 'instructions' | 'input'>) =>
  instructions.length + input.length
