import { type BinKind, binContents, binDays, binKinds } from '../../../../shared/domain/bin-words.ts'
import { addDays } from '../../../../shared/domain/time/dates.ts'
import { stateOfWait, waitFrom } from '../../../../shared/domain/time/waiting.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { errorCode } from '../../db/problem.ts'
import { createRemovedRows } from '../../db/removed-rows.ts'
import type { Handlers } from '../../handlers.ts'
import type { Company } from '../company/service.ts'
import { type BinRow, createBinRepository } from './repository.ts'

export type Bin = Handlers<'bin'> & {
  /** Runs `remove` inside the caller's command; all that it deletes can be put back for 30 days, as `binId`. */
  keep: <T>(what: Pick<BinRow, 'kind' | 'entityId' | 'name'>, remove: (binId: number) => T) => T
  /** A feature says once, when it is made, how its things come back. */
  hold: (kind: BinKind, holding: Holding) => void
  /** Lets go of what has waited its days, by the log as well as by the clock. */
  letGo: () => void
}

type Holding = {
  /** Said where something of the same name or contents is here now. */
  clash: (name: string) => string
  /** With the rows in their place again, inside the same transaction: what else there is to do, and the log. */
  back: (id: number) => void
}

/** What was deleted, for as long as it can be put back whole (ADR 0020). */
export function createBin(context: Context, { company }: { company: Pick<Company, 'ownerOverTime'> }): Bin {
  const { clock, db, commands, backUp } = context
  const command = commands('bin')
  const repository = createBinRepository(db)
  const rows = createRemovedRows(db)
  const holdings = new Map<BinKind, Holding>()

  function forget(entries: readonly BinRow[], actor: string) {
    if (entries.length === 0) return
    command(() => {
      for (const { id } of entries) {
        rows.forget(id)
        repository.remove(id)
      }
      const before = entries.map(({ kind, name }) => `${binKinds[kind]}: ${name}`)
      command.log({ actor, action: 'empty', entity: 'bin', entityId: '1', before: { deleted: before } })
    })
  }

  /** What the clock alone says is not enough: it may be wrong. */
  function letGo() {
    const entries = repository.list()
    if (entries.length === 0) return
    const today = clock.today()
    const waits = entries.map((entry) => ({ entry, from: addDays(entry.leavesOn, -binDays) }))
    const workedOn = repository.workedOn(waits.map(({ from }) => from).sort()[0] ?? today)
    const states = Map.groupBy(waits, ({ entry, from }) =>
      stateOfWait({ from, until: entry.leavesOn }, today, workedOn),
    )
    const doubtful = states.get('doubtful') ?? []
    if (doubtful.length > 0)
      command.unlogged(() => {
        for (const { entry } of doubtful) repository.setLeavesOn(entry.id, addDays(today, binDays))
      })
    const over = states.get('over') ?? []
    forget(
      over.map(({ entry }) => entry),
      'evenkeel',
    )
  }

  function putBack(entry: BinRow) {
    const holding = holdings.get(entry.kind)
    if (!holding) throw new Error(`Nobody takes back a ${entry.kind}`)
    try {
      rows.putBack(entry.id)
    } catch (error) {
      throw asClash(error, holding.clash(entry.name))
    }
    repository.remove(entry.id)
    holding.back(entry.entityId)
  }

  return {
    keep(what, remove) {
      const id = repository.insert({
        ...what,
        deletedAt: clock.now(),
        leavesOn: waitFrom(clock.today(), binDays, repository.lastWorkedOnTo).until,
      })
      return rows.catch(id, () => remove(id))
    },
    hold: (kind, holding) => void holdings.set(kind, holding),
    letGo,
    list(_input, { locale }) {
      const ownerAt = company.ownerOverTime()
      return repository.list().map(({ id, kind, name, deletedAt, leavesOn }) => ({
        ...{ id, kind, name, deletedAt, leavesOn },
        contents: binContents(kind, rows.counts(id), locale),
        deletedBy: ownerAt(deletedAt),
      }))
    },
    putBack({ id }) {
      command(() => {
        const entry = repository.get(id)
        if (!entry) throw new AppError('NOT_FOUND', 'That is not in the Bin any more.')
        putBack(entry)
      })
      return null
    },
    async empty() {
      await backUp('before emptying the Bin')
      forget(repository.list(), 'owner')
      return null
    },
  }
}

function asClash(error: unknown, clash: string): unknown {
  const code = errorCode(error) ?? ''
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID)$/.test(code)) return new AppError('CONFLICT', clash)
  if (code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') return error
  return new AppError('CONFLICT', 'What it belongs to was deleted as well. Put that back first.')
}
