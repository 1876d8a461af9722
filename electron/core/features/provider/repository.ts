import type { Price, SentRequest } from '../../../../shared/contract/provider.ts'
import type { SamplingName } from '../../../../shared/domain/model-tests/model-settings.ts'
import type { Db } from '../../db/open.ts'

type PriceRow = {
  provider: string
  model: string
  input: number
  output: number
  as_of: string
  takes: string | null
}
/** `takes` is null where the owner has not said. */
export type StoredPrice = Omit<Price, 'takes'> & { takes: SamplingName[] | null }

const toPrice = ({ as_of, takes, ...row }: PriceRow): StoredPrice => ({
  ...row,
  asOf: as_of,
  takes: takes === null ? null : (JSON.parse(takes) as SamplingName[]),
})

type SentRow = {
  id: number
  call_id: number | null
  test_id: number | null
  purpose: SentRequest['purpose']
  sent_at: string
  provider: string
  host: string
  model: string
  characters: number
  outcome: SentRequest['outcome']
  cost: number | null
  message: string
}

/** A request with the planned answer it was sent for. */
export type LedgerEntry = SentRequest & { callId: number | null; provider: string }

const toEntry = (row: SentRow): LedgerEntry => ({
  id: row.id,
  sentAt: row.sent_at,
  provider: row.provider,
  host: row.host,
  modelTestId: row.test_id,
  purpose: row.purpose,
  model: row.model,
  characters: row.characters,
  cost: row.cost,
  outcome: row.outcome,
  message: row.message,
  callId: row.call_id,
})

export type Departure = Pick<
  LedgerEntry,
  'callId' | 'purpose' | 'provider' | 'host' | 'model' | 'characters' | 'sentAt'
> & {
  testId: number | null
}

/** How a request ended. */
export type Ending = Pick<SentRequest, 'outcome' | 'cost' | 'message'>

export type SentTotals = { total: number; characters: number; cost: number; unknownCosts: number }

export function createPricesRepository(db: Db) {
  const all = db.prepare<[], PriceRow>('SELECT * FROM model_prices ORDER BY provider, model')
  const byModel = db.prepare<[string, string], PriceRow>(
    'SELECT * FROM model_prices WHERE provider = ? AND model = ?',
  )
  const upsert = db.prepare(`
    INSERT INTO model_prices (provider, model, input, output, as_of, takes)
    VALUES (:provider, :model, :input, :output, :asOf, :takes)
    ON CONFLICT (provider, model) DO UPDATE SET input = excluded.input, output = excluded.output, as_of = excluded.as_of,
      takes = excluded.takes`)
  const remove = db.prepare('DELETE FROM model_prices WHERE provider = ? AND model = ?')

  return {
    all: (): StoredPrice[] => all.all().map(toPrice),
    get(provider: string, model: string): StoredPrice | undefined {
      const row = byModel.get(provider, model)
      return row && toPrice(row)
    },
    save: ({ takes, ...price }: StoredPrice): void => {
      upsert.run({ ...price, takes: takes && JSON.stringify(takes) })
    },
    remove: (provider: string, model: string): void => {
      remove.run(provider, model)
    },
  }
}

export function createLedgerRepository(db: Db) {
  const byId = db.prepare<[number], SentRow>('SELECT * FROM sent_requests WHERE id = ?')
  const inFlight = db.prepare<[], SentRow>(
    "SELECT * FROM sent_requests WHERE outcome = 'in_flight' ORDER BY id",
  )
  const page = db.prepare<[{ limit: number; offset: number }], SentRow>(
    'SELECT * FROM sent_requests ORDER BY id DESC LIMIT :limit OFFSET :offset',
  )
  const totals = db.prepare<[], SentTotals>(`
    SELECT count(*) AS total, ifnull(sum(characters), 0) AS characters, total(cost) AS cost,
      count(*) - count(cost) AS unknownCosts
    FROM sent_requests`)
  const insert = db.prepare(`
    INSERT INTO sent_requests (call_id, test_id, purpose, sent_at, provider, host, model, characters, outcome)
    VALUES (:callId, :testId, :purpose, :sentAt, :provider, :host, :model, :characters, 'in_flight')`)
  const end = db.prepare(
    'UPDATE sent_requests SET outcome = :outcome, cost = :cost, message = :message WHERE id = :id',
  )
  const send = db.prepare("UPDATE api_calls SET state = 'sent', tries = tries + 1 WHERE id = ?")
  const move = db.prepare(
    'UPDATE api_calls SET state = :state, maybe_paid = maybe_paid + :maybePaid WHERE id = :id',
  )

  return {
    get(id: number): LedgerEntry | undefined {
      const row = byId.get(id)
      return row && toEntry(row)
    },
    inFlight: (): LedgerEntry[] => inFlight.all().map(toEntry),
    /** Newest first. */
    page: (offset: number, limit: number): SentRequest[] =>
      page.all({ offset, limit }).map((row) => {
        const { callId: _call, provider: _provider, ...request } = toEntry(row)
        return request
      }),
    totals: (): SentTotals => totals.get() ?? { total: 0, characters: 0, cost: 0, unknownCosts: 0 },
    insert: (departure: Departure): number => Number(insert.run(departure).lastInsertRowid),
    end: (id: number, ending: Ending): void => {
      end.run({ id, ...ending })
    },
    /** The call is on its way, once more. */
    sendCall: (id: number): void => {
      send.run(id)
    },
    moveCall: (id: number, state: 'planned' | 'done' | 'failed', maybePaid: 0 | 1 = 0): void => {
      move.run({ id, state, maybePaid })
    },
  }
}
