import type { Price, SentRequest } from '../../../../shared/contract/provider.ts'
import { costOf } from '../../../../shared/domain/model-tests/token-cost.ts'
import type { Context } from '../../context.ts'
import { createLedgerRepository, type Ending, type LedgerEntry, type SentTotals } from './repository.ts'

/** What is about to leave. `callId` and `testId` are null for a request that belongs to no model test. */
export type NewRequest = {
  callId: number | null
  testId: number | null
  purpose: SentRequest['purpose']
  provider: string
  host: string
  /** Empty where the request names none. */
  model: string
  characters: number
}

export type Usage = { inputTokens: number; outputTokens: number }

/**
 * Everything that ever left this computer. A request ends exactly once, by `answered`, `failed` or `maybePaid`;
 * ending it twice throws.
 */
export type Ledger = {
  /** Call right before sending: when this returns, the request is on disk. The id for its end. */
  begin: (request: NewRequest) => number
  /**
   * The answer is there and its call done. `keep` stores the answer in the same transaction and gets the cost in
   * US dollars, null without a price. `usage` is null for a request that is free.
   */
  answered: (requestId: number, usage: Usage | null, keep: (cost: number | null) => void) => void
  /** Nothing was bought. Its call is planned again, or given up. */
  failed: (requestId: number, message: string, call?: 'planned' | 'failed') => void
  /** It left and no whole answer came back. Its call is planned again and says so. */
  maybePaid: (requestId: number, message: string) => void
  /** Ends what was on its way when Evenkeel last stopped. Call when a company is opened, before anything is sent. */
  recover: () => void
  /** Newest first. */
  page: (offset: number, limit: number) => { rows: SentRequest[] } & SentTotals
}

const freePurposes: readonly SentRequest['purpose'][] = ['token_count', 'models']

/** `priceOf` is asked when an answer comes: later changes of a price change no cost that is on record. */
export function createLedger(
  { commands, db, clock }: Context,
  priceOf: (provider: string, model: string) => Pick<Price, 'input' | 'output'> | null,
): Ledger {
  const command = commands('provider')
  const repository = createLedgerRepository(db)

  function find(id: number): LedgerEntry {
    const entry = repository.get(id)
    if (!entry) throw new Error(`Request ${id} is not in the ledger`)
    return entry
  }

  /** Inside the caller's transaction. */
  function end(before: LedgerEntry, ending: Ending) {
    if (before.outcome !== 'in_flight') throw new Error(`Request ${before.id} has ended already`)
    repository.end(before.id, ending)
    command.log({
      actor: 'evenkeel',
      action: ending.outcome,
      entity: 'sent_request',
      entityId: before.id,
      before,
      after: find(before.id),
    })
  }

  /** Inside the caller's transaction. */
  function endUnpaid(entry: LedgerEntry, message: string, call: 'planned' | 'failed') {
    end(entry, { outcome: 'failed', cost: 0, message })
    if (entry.callId !== null) repository.moveCall(entry.callId, call)
  }

  /** Inside the caller's transaction. What it cost nobody knows. */
  function endMaybePaid(entry: LedgerEntry, message: string) {
    end(entry, { outcome: 'maybe_paid', cost: null, message })
    if (entry.callId !== null) repository.moveCall(entry.callId, 'planned', 1)
  }

  function settle(id: number, step: (entry: LedgerEntry) => void) {
    command(() => step(find(id)))
  }

  return {
    begin(request) {
      if (db.inTransaction) throw new Error('A request must be on disk before it is sent')
      return command.unlogged(() => {
        if (request.callId !== null) repository.sendCall(request.callId)
        return repository.insert({ ...request, sentAt: clock.now() })
      })
    },
    answered: (requestId, usage, keep) =>
      settle(requestId, (entry) => {
        const cost = usage === null ? 0 : costOf(usage, priceOf(entry.provider, entry.model))
        end(entry, { outcome: 'answered', cost, message: '' })
        if (entry.callId !== null) repository.moveCall(entry.callId, 'done')
        keep(cost)
      }),
    failed: (requestId, message, call = 'planned') =>
      settle(requestId, (entry) => endUnpaid(entry, message, call)),
    maybePaid: (requestId, message) => settle(requestId, (entry) => endMaybePaid(entry, message)),
    recover() {
      const message = 'Evenkeel stopped before the answer was there.'
      command(() => {
        for (const entry of repository.inFlight()) {
          if (freePurposes.includes(entry.purpose)) endUnpaid(entry, message, 'planned')
          else endMaybePaid(entry, message)
        }
      })
    },
    page: (offset, limit) => ({ rows: repository.page(offset, limit), ...repository.totals() }),
  }
}
