import type { Action } from '../../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { type ActionRow, type Actions, toAction } from '../actions/service.ts'
import type { Documents } from '../documents/service.ts'
import type { Findings } from '../findings/service.ts'
import type { People } from '../people/service.ts'

export type ActionNeeds = {
  actions: Actions
  people: Pick<People, 'assertHere'>
  findings: Pick<Findings, 'points'>
  workflows: { nameOf: (id: number) => string }
  documents: Pick<Documents, 'concerned'>
}

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

type Calls = Pick<Handlers<'foundationReviews'>, 'actions' | 'updateAction' | 'closeAction' | 'reopenAction'>

/** The follow-up of Foundation reviews, with the figures a change would be measured against. */
export function createFollowUp({ commands, clock }: Context, needs: ActionNeeds) {
  const command = commands('foundationReviews')
  const { find, move } = needs.actions

  /** The figures a change of a section would be measured against. */
  function before(sectionId: number): Action['before'] {
    return needs.documents.concerned(sectionId).map((workflowId) => {
      const point = needs.findings.points(workflowId).findLast(({ result }) => result.figure.mean !== null)
      return {
        workflowId,
        workflowName: needs.workflows.nameOf(workflowId),
        figure: point ? measured(point) : null,
      }
    })
  }

  function withBefore(rows: readonly ActionRow[]): Action[] {
    const known = new Map<number, Action['before']>()
    return rows.map((row) => {
      const waits = row.kind === 'change' && row.state === 'open'
      if (waits && !known.has(row.section_id)) known.set(row.section_id, before(row.section_id))
      return { ...toAction(row), before: waits ? (known.get(row.section_id) ?? []) : [] }
    })
  }

  function read(id: number): Action {
    const [action] = withBefore([find(id)])
    if (!action) throw new Error('The action was there a moment ago')
    return action
  }

  function assertOpen(row: ActionRow): void {
    if (row.state === 'open') return
    throw new AppError('CONFLICT', 'This action is closed already. Reopen it to go on with it.')
  }

  const calls: Calls = {
    actions: ({ state }) => withBefore(state === 'open' ? needs.actions.open() : needs.actions.all()),
    updateAction({ actionId, who, dueOn }, { locale }) {
      command(() => {
        const row = find(actionId)
        assertOpen(row)
        assertDue(dueOn, row.held_on, locale)
        needs.people.assertHere(who, 'who', { locale, advice: 'Enter who does it now.' })
        needs.actions.update(row, { who, dueOn })
      })
      return read(actionId)
    },
    closeAction({ actionId, state, note }) {
      command(() => {
        const row = find(actionId)
        assertOpen(row)
        if (state === 'done' && row.kind === 'change' && note === '') {
          throw wrongField('note', 'No change was published for it. Say in a line what was done.')
        }
        move(row, state, { state, closedOn: clock.today(), note, changeNumber: null })
      })
      return read(actionId)
    },
    reopenAction({ actionId }) {
      command(() => {
        const row = find(actionId)
        if (row.state === 'open') throw new AppError('CONFLICT', 'This action is open already.')
        if (row.change_number !== null) {
          throw new AppError('CONFLICT', `Change ${row.change_number} came of this action, so it stays done.`)
        }
        move(row, 'reopen', { state: 'open', closedOn: null, note: '', changeNumber: null })
      })
      return read(actionId)
    },
  }

  return { calls, withBefore }
}

/** A date for doing something that was decided on a day. */
export function assertDue(dueOn: Day, heldOn: Day, locale: string, field = 'dueOn'): void {
  if (dueOn >= heldOn) return
  throw wrongField(
    field,
    `That is before the review of ${formatDay(heldOn, locale)}. Enter that day or a later one.`,
  )
}

function measured({
  month,
  result,
}: ReturnType<Findings['points']>[number]): Action['before'][number]['figure'] {
  const { mean, low, high, known } = result.figure
  return mean === null ? null : { month, mean, low, high, known }
}
