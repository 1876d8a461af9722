import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ActivityEntry, ActivityFilter } from '../../../../shared/contract/reports/activity.ts'
import { entitiesOf } from '../../../../shared/domain/activity/deeds.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { auditHead, verifyChainCalmly } from '../../db/audit.ts'
import { holdsEntry } from '../../db/backups/contents.ts'
import type { Handlers } from '../../handlers.ts'
import type { Company } from '../company/service.ts'
import type { Months } from '../months/service.ts'
import { type Extent, evenkeel, someOwner, tellingEntities, toEntry } from './entries.ts'
import { createActivityRepository, type LogFilter, type Stretch } from './repository.ts'
import { soughtWords } from './search.ts'

type Needs = {
  company: Pick<Company, 'ownerNames' | 'ownerOverTime'>
  months: Pick<Months, 'seals'>
}

export type Activity = Handlers<'activity'> & {
  /** Every entry of a filter, newest first, a few read at a time. */
  every: (filter: ActivityFilter, locale: string) => AsyncGenerator<ActivityEntry>
  /** How many entries those are. */
  countOf: (filter: ActivityFilter) => number
}

const inList: Extent = { differences: 3, characters: 160 }
const inFull: Extent = { differences: 400, characters: 20_000 }
/** Entries between two turns of the event loop. */
const atOnce = 50
const inFile: Extent = { differences: 60, characters: 2_000 }

/** The activity log made readable: who did what, when, and what it was before and after. */
export function createActivity({ db }: Context, { company, months }: Needs): Activity {
  const repository = createActivityRepository(db)
  const all = () => auditHead(db).seq
  const reading = (locale: string) => ({
    ...{ repository, locale },
    ownerAt: company.ownerOverTime(),
    judgedSince: repository.judgedSince(),
  })

  /** When each name was the owner's, and all that Evenkeel did by itself. */
  function stretchesOf(who: string): Stretch[] {
    if (who === evenkeel) return [{ actor: 'evenkeel', from: '', until: '~' }]
    const names = company.ownerNames()
    return names.flatMap(({ at, name }, index) =>
      (name || someOwner) === who
        ? [{ actor: 'owner', from: index === 0 ? '' : at, until: names[index + 1]?.at ?? '~' }]
        : [],
    )
  }

  function toLogFilter({ kind, who, from, until, workflowId, search }: ActivityFilter): LogFilter {
    return {
      ...{ from, until, workflowId },
      entities: kind && JSON.stringify(entitiesOf(kind)),
      stretches: who === null ? null : stretchesOf(who),
      words: soughtWords(search, repository),
      hiddenEntities: JSON.stringify(tellingEntities),
      hiddenSince: repository.judgedSince() ?? '~',
    }
  }

  /** The numbers of the entries a filter leaves; without one they need not be sought, for none is missing. */
  function foundBy(filter: ActivityFilter): {
    total: number
    between: (from: number, to: number) => number[]
  } {
    if (Object.values(filter).every((part) => part === null || part === '')) {
      const total = all()
      return {
        total,
        between: (from, to) =>
          Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, at) => total - from - at),
      }
    }
    const found = repository.found(toLogFilter(filter))
    return { total: found.length, between: (from, to) => found.slice(from, to) }
  }

  return {
    list({ offset, limit, ...filter }, { locale }) {
      const { total, between } = foundBy(filter)
      const read = reading(locale)
      const rows = repository.some(between(offset, offset + limit))
      return { rows: rows.map((row) => toEntry(row, read, inList)), total, all: all() }
    },
    get({ seq }, { locale }) {
      const row = repository.get(seq)
      if (!row) throw new AppError('NOT_FOUND', 'That entry is not in the log.')
      return toEntry(row, reading(locale), inFull)
    },
    choices: () => ({
      people: [...new Set(company.ownerNames().map(({ name }) => name || someOwner)), evenkeel],
      workflows: repository.workflows(),
    }),
    seals() {
      const ofMonth = new Map(
        months
          .seals()
          .toReversed()
          .map((seal) => [seal.month, seal]),
      )
      return [...ofMonth.values()]
        .toSorted((a, b) => b.month.localeCompare(a.month))
        .map((seal) => ({ ...seal, isInLog: holdsEntry(db, seal) }))
    },
    async check() {
      const checked = await verifyChainCalmly(db)
      const { seq, hash } = auditHead(db)
      return {
        count: seq,
        hash,
        firstAt: repository.firstAt(),
        brokenAt: checked.ok ? null : checked.brokenAt,
      }
    },
    countOf: (filter) => foundBy(filter).total,
    async *every(filter, locale) {
      const { total, between } = foundBy(filter)
      const read = reading(locale)
      for (let from = 0; from < total; from += atOnce) {
        for (const row of repository.some(between(from, from + atOnce))) yield toEntry(row, read, inFile)
        await nextTurn()
      }
    },
  }
}
