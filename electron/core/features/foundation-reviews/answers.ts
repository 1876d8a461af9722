import { isDeepStrictEqual } from 'node:util'
import type {
  FoundationReview,
  ReviewCard,
  SavedCard,
} from '../../../../shared/contract/foundation-reviews.ts'
import { describeAnswer } from '../../../../shared/domain/foundation/foundation-answers.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { createUndo } from '../../db/undo.ts'
import type { Handlers } from '../../handlers.ts'
import type { People } from '../people/service.ts'
import { assertDue } from './follow-up.ts'
import type { FoundationReviewsRepository } from './repository.ts'
import { type CardRow, type CardState, type ReviewRow, toAnswer } from './rows.ts'

type Needs = {
  people: Pick<People, 'assertHere'>
  find: (id: number) => ReviewRow
  card: (review: ReviewRow, row: CardRow) => ReviewCard
  read: (id: number, locale: string) => FoundationReview
}

type Calls = Pick<Handlers<'foundationReviews'>, 'answer' | 'confirmQuick' | 'spend' | 'undo'>

/** What is said about the sections during the session, saved as it is said. */
export function createAnswers(
  { commands, db, clock }: Context,
  repository: FoundationReviewsRepository,
  needs: Needs,
): {
  calls: Calls
  assertInSession: (review: ReviewRow) => void
  undoLabel: (review: ReviewRow) => string | null
} {
  const command = commands('foundationReviews')
  const undos = createUndo(db, command.log)

  function assertInSession({ state }: ReviewRow) {
    if (state === 'in_session') return
    throw new AppError(
      'CONFLICT',
      state === 'preparing'
        ? 'Start the review first, then answer its sections.'
        : 'This Foundation review is finished and locked.',
    )
  }

  function open(id: number, sectionId: number): { review: ReviewRow; row: CardRow } {
    const review = needs.find(id)
    assertInSession(review)
    const row = repository.card(id, sectionId)
    if (!row) throw new AppError('NOT_FOUND', 'That section is not in this review.')
    return { review, row }
  }

  /** Inside the caller's transaction; the same answer again changes nothing. */
  function save(review: ReviewRow, row: CardRow, state: CardState) {
    const before = toAnswer(row)
    if (isDeepStrictEqual(before, state)) return
    repository.saveAnswer(review.id, row.section_id, state)
    const { name } = needs.card(review, row)
    log(review.id, 'answer', describeAnswer(name, before, state), [said(row, before)], [said(row, state)])
  }

  /** Where the session is, and the time it took. */
  function sit(id: number, sectionId: number, spent: readonly { sectionId: number; seconds: number }[]) {
    command.unlogged(() => {
      open(id, sectionId)
      repository.setPlace(id, sectionId)
      for (const { sectionId, seconds } of spent) {
        repository.addTime(id, seconds)
        repository.addCardTime(id, sectionId, seconds)
      }
    })
  }

  function log(id: number, action: string, label: string | null, before: Said[], after: Said[]) {
    command.log({
      action,
      entity: 'foundation_review',
      entityId: id,
      subject: subjectOf(id),
      ...(label !== null && { label }),
      before,
      after,
    })
  }

  function assertConfirmable(review: ReviewRow, row: CardRow) {
    if (row.version_id !== null) return
    const { name } = needs.card(review, row)
    const message = `${name} is not published yet, so there is nothing to confirm. Say what changes, or who finds out.`
    throw new AppError('INVALID_INPUT', message, [{ field: 'answer', message }])
  }

  /** The answer as it was, with the words typed since. */
  function putBack(id: number, { sectionId, answer, dueOn, isParked }: Said): Said {
    const { row } = open(id, sectionId)
    const state: CardState = { ...toAnswer(row), answer, dueOn, isParked }
    repository.saveAnswer(id, sectionId, state)
    return said(row, state)
  }

  return {
    assertInSession,
    undoLabel: ({ id, state }) => (state === 'in_session' ? undos.label(subjectOf(id)) : null),
    calls: {
      answer({ id, sectionId, rev, place = sectionId, spent = [], more = [], ...said }, { locale }) {
        const state: CardState = { ...said, more }
        return command((): SavedCard => {
          const { review, row } = open(id, sectionId)
          if (row.rev !== rev) {
            throw new AppError(
              'CONFLICT',
              'This section was answered in another window. What is saved there is shown now; what you typed here is kept for you to copy.',
            )
          }
          if (state.answer === 'yes') assertConfirmable(review, row)
          if (state.dueOn !== null) assertDue(state.dueOn, review.held_on, locale)
          needs.people.assertHere(state.who, 'who', { locale, advice: 'Enter who does it.' })
          for (const [index, { who, dueOn }] of state.more.entries()) {
            if (dueOn !== null) assertDue(dueOn, review.held_on, locale, `more.${index}.dueOn`)
            needs.people.assertHere(who, `more.${index}.who`, { locale, advice: 'Enter who does it.' })
          }
          save(review, row, state)
          sit(id, place, spent)
          const now = repository.card(id, sectionId) ?? row
          return {
            card: { sectionId, ...toAnswer(now), rev: now.rev },
            undoLabel: undos.label(subjectOf(id)),
            savedAt: clock.now(),
          }
        })
      },
      confirmQuick({ id, sectionIds }, { locale }) {
        const before: Said[] = []
        const after: Said[] = []
        command(() => {
          for (const sectionId of new Set(sectionIds)) {
            const { review, row } = open(id, sectionId)
            if (row.is_quick === 0) {
              const { name } = needs.card(review, row)
              throw new AppError(
                'INVALID_INPUT',
                `${name} was never checked, or something came up about it. Answer it on its own.`,
              )
            }
            if (row.answer !== null) continue
            const state: CardState = { ...toAnswer(row), answer: 'yes', isParked: false }
            repository.saveAnswer(id, sectionId, state)
            before.push(said(row, toAnswer(row)))
            after.push(said(row, state))
          }
          if (after.length > 0) log(id, 'confirm_quick', 'All still true', before, after)
        })
        return needs.read(id, locale)
      },
      undo({ id }, { locale }) {
        const undone = command(() => {
          assertInSession(needs.find(id))
          const last = undos.last<Said[]>(subjectOf(id))
          if (!last) throw new AppError('CONFLICT', 'There is nothing left to undo in this review.')
          const now = last.before.map((former) => putBack(id, former))
          undos.log(subjectOf(id), 'foundation_review', last, now)
          return { label: last.label, sectionIds: now.map(({ sectionId }) => sectionId) }
        })
        return { ...undone, review: needs.read(id, locale) }
      },
      spend({ id, sectionId, spent }) {
        sit(id, sectionId, spent)
        return null
      },
    },
  }
}

type Said = CardState & { readonly sectionId: number }

const said = ({ section_id: sectionId }: CardRow, state: CardState): Said => ({ sectionId, ...state })

const subjectOf = (id: number) => `foundation_review:${id}`
