import type { ChangeDetails } from '../../../../shared/contract/changes.ts'
import type { Action } from '../../../../shared/contract/foundation-reviews.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { People } from '../people/service.ts'
import {
  type ActionRow,
  type Closing,
  createActionsRepository,
  type NewAction,
  toAction,
} from './repository.ts'

export type { ActionRow }
export { toAction }

/** What Foundation reviews decided, until it is done. Everything is written inside the caller's transaction. */
export type Actions = {
  /** NOT_FOUND where there is none. */
  find: (id: number) => ActionRow
  ofReview: (reviewId: number) => ActionRow[]
  /** Soonest first. */
  open: () => ActionRow[]
  /** Open ones first, then the latest closed. */
  all: () => ActionRow[]
  insert: (action: NewAction) => void
  update: (row: ActionRow, fields: Pick<Action, 'who' | 'dueOn'>) => void
  /** Closes or opens again; `action` is its word in the log. */
  move: (row: ActionRow, action: string, closing: Closing) => void
  /** Done by a change. INVALID_INPUT for one that is not about the section that changed (null where none did). */
  closedBy: (ids: readonly number[], changeNumber: number, sectionId: number | null) => void
  /** The review that decided a change. */
  reviewOf: (changeNumber: number) => ChangeDetails['foundationReview']
}

/** Stands below what closes actions: publishing a section does, and a Foundation review is held on sections. */
export function createActions({ commands, db, clock }: Context, people: Pick<People, 'hold'>): Actions {
  const command = commands('foundationReviews')
  const repository = createActionsRepository(db)
  people.hold({ kind: 'action', entity: 'action', field: 'who', ...repository.doers, log: command.log })

  function find(id: number): ActionRow {
    const row = repository.find(id)
    if (!row) throw new AppError('NOT_FOUND', 'That action is not here.')
    return row
  }

  function log(action: string, before: ActionRow | null, id: number) {
    command.log({
      action,
      entity: 'action',
      entityId: id,
      before: before && toAction(before),
      after: toAction(find(id)),
    })
  }

  function move(row: ActionRow, action: string, closing: Closing) {
    repository.close(row.id, closing)
    log(action, row, row.id)
  }

  function assertAbout(ids: readonly number[], sectionId: number | null) {
    const elsewhere = repository.elsewhere(ids, sectionId)
    if (!elsewhere) return
    const { what, section } = elsewhere
    const message = `“${what}” is about ${section}. Publish ${section} to close it, or close it by hand.`
    throw new AppError('INVALID_INPUT', message, [{ field: 'actionIds', message }])
  }

  return {
    find,
    ofReview: repository.ofReview,
    open: repository.open,
    all: repository.all,
    reviewOf: repository.reviewOf,
    move,
    insert: (action) => log('decide', null, repository.insert(action)),
    update(row, fields) {
      repository.update(row.id, fields)
      log('update', row, row.id)
    },
    closedBy(ids, changeNumber, sectionId) {
      assertAbout(ids, sectionId)
      for (const id of new Set(ids)) {
        const row = find(id)
        if (row.change_number !== null) {
          throw new AppError(
            'CONFLICT',
            `“${row.what}” was done by change ${row.change_number} already. Take it off this one.`,
          )
        }
        move(row, 'done', { state: 'done', closedOn: clock.today(), note: row.note, changeNumber })
      }
    },
  }
}
