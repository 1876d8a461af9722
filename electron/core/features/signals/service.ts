import type { NewSignal, Signal } from '../../../../shared/contract/signals.ts'
import { formatDay, formatNumber } from '../../../../shared/domain/format.ts'
import { beginningOf } from '../../../../shared/domain/foundation/triggers.ts'
import { addDays } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Bin } from '../bin/service.ts'
import { createSignalsRepository, type Standing } from './repository.ts'

const pageSize = 100
const calmDays = 14

/** What the signals and the figures together call for is answered by the Foundation reviews. */
export type Signals = Omit<Handlers<'signals'>, 'triggers'> & {
  /** Oldest day first. */
  open: () => Signal[]
  /** Open ones about these sections, oldest day first; null stands for those that name no section. */
  openFor: (sectionIds: readonly (number | null)[]) => Signal[]
  some: (ids: readonly number[]) => Signal[]
  ofChange: (number: number) => Signal[]
  /** Both INVALID_INPUT (`signalIds`) for one that is closed already. */
  handledByChange: (ids: readonly number[], changeNumber: number) => void
  handledByReview: (ids: readonly number[], reviewId: number) => void
  attention: AttentionSource
}

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** What the business, a provider or the team brings up between two reviews, until something comes of it. */
export function createSignals({ commands, db, clock }: Context, bin: Pick<Bin, 'keep' | 'hold'>): Signals {
  const command = commands('signals')
  const repository = createSignalsRepository(db)

  function find(id: number): Signal {
    const signal = repository.get(id)
    if (!signal) throw new AppError('NOT_FOUND', 'That signal is not here.')
    return signal
  }

  function log(action: string, before: Signal | null, id: number): Signal {
    const after = find(id)
    command.log({ action, entity: 'signal', entityId: id, before, after })
    return after
  }

  bin.hold('signal', {
    clash: () => 'That signal is here already.',
    back: (id) => void log('put_back', null, id),
  })

  function assertSound({ onDate, workflowId, sectionId }: NewSignal) {
    if (onDate > clock.today()) {
      throw wrongField('onDate', 'That date is in the future. Enter the day it came up.')
    }
    if (workflowId !== null && !repository.isWorkflow(workflowId)) {
      throw wrongField('workflowId', 'That workflow is not here. Choose again.')
    }
    if (sectionId !== null && !repository.isSection(sectionId)) {
      throw wrongField('sectionId', 'That section is not here. Choose again.')
    }
  }

  /** Inside the caller's transaction. */
  function move(action: string, signal: Signal, standing: Partial<Standing>): Signal {
    const { state, changeNumber, foundationReviewId, reason } = signal
    repository.move(signal.id, { state, changeNumber, foundationReviewId, reason, ...standing })
    return log(action, signal, signal.id)
  }

  function handle(
    ids: readonly number[],
    standing: Pick<Standing, 'changeNumber'> | Pick<Standing, 'foundationReviewId'>,
  ) {
    command(() => {
      for (const id of new Set(ids)) {
        const signal = repository.get(id)
        if (!signal) throw wrongField('signalIds', 'One of the signals is not here. Choose again.')
        const closed = closedBy(signal, 'changeNumber' in standing)
        if (closed) throw wrongField('signalIds', `“${beginningOf(signal.text)}” ${closed} Leave it out.`)
        move('handle', signal, { state: 'handled', ...standing })
      }
    })
  }

  return {
    list: ({ state, kind, search, offset }) =>
      repository.page({ state, kind, search: search.trim() }, offset, pageSize),
    record(signal) {
      return command(() => {
        assertSound(signal)
        return log('record', null, repository.insert(signal, clock.now()))
      })
    },
    update({ id, rev, ...signal }) {
      return command(() => {
        const before = find(id)
        if (before.rev !== rev) {
          throw new AppError(
            'CONFLICT',
            'This signal was changed in another window. What you typed is still here: compare, then save again.',
          )
        }
        assertSound(signal)
        repository.update(id, signal)
        return log('update', before, id)
      })
    },
    setAside({ id, reason }) {
      return command(() => {
        const before = find(id)
        const closed = closedBy(before, false)
        if (closed) throw new AppError('CONFLICT', `This signal ${closed}`)
        return move('set_aside', before, { state: 'set_aside', reason })
      })
    },
    remove({ id }) {
      return command(() => {
        const before = find(id)
        if (before.state === 'handled') {
          throw new AppError('CONFLICT', `This signal ${closedBy(before, false)} That stays on record.`)
        }
        const name = beginningOf(before.text)
        const binId = bin.keep({ kind: 'signal', entityId: id, name }, (kept) => {
          repository.remove(id)
          return kept
        })
        command.log({ action: 'delete', entity: 'signal', entityId: id, before, after: null })
        return { binId }
      })
    },
    reopen({ id }) {
      return command(() => {
        const before = find(id)
        if (before.state === 'handled') {
          throw new AppError(
            'CONFLICT',
            `This signal ${closedBy(before, false)} That stays on record: if it came up again, record it again.`,
          )
        }
        return before.state === 'open' ? before : move('reopen', before, { state: 'open', reason: '' })
      })
    },
    open: () => repository.open(),
    openFor(sectionIds) {
      const wanted = new Set(sectionIds)
      return repository.open().filter(({ sectionId }) => wanted.has(sectionId))
    },
    some: (ids) => repository.some(ids),
    ofChange: (number) => repository.ofChange(number),
    handledByChange: (ids, changeNumber) => handle(ids, { changeNumber }),
    handledByReview: (ids, foundationReviewId) => handle(ids, { foundationReviewId }),
    attention(locale) {
      const { count, oldest } = repository.openBefore(addDays(clock.today(), -calmDays))
      if (count === 0 || oldest === null) return { todos: [], dates: [] }
      const { onDate, text } = find(oldest)
      const title =
        count === 1
          ? 'One signal waits to be looked at'
          : `${formatNumber(count, 0, locale)} signals wait to be looked at`
      return {
        todos: [
          {
            id: 'signals',
            title,
            detail: `${count === 1 ? 'It' : 'The oldest'} came up on ${formatDay(onDate, locale)}: ${beginningOf(text)}`,
            action: 'See signals',
            target: { page: 'signals' },
            mark: null,
          },
        ],
        dates: [],
      }
    },
  }
}

/** What closed a signal, as the end of a sentence; a change may still follow the review that decided it. */
function closedBy({ state, changeNumber, foundationReviewId }: Signal, isChange: boolean): string | null {
  if (state === 'open') return null
  if (state === 'set_aside') return 'was set aside.'
  if (changeNumber !== null) return `was handled by change ${changeNumber}.`
  return isChange && foundationReviewId !== null ? null : 'was handled by a Foundation review.'
}
