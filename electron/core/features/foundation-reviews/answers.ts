import type { FoundationReview, ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { write } from '../../db/write.ts'
import type { Handlers } from '../../handlers.ts'
import type { People } from '../people/service.ts'
import { assertDue } from './actions.ts'
import type { FoundationReviewsRepository } from './repository.ts'
import { type CardRow, type CardState, type ReviewRow, toAnswer } from './rows.ts'

type Needs = {
  people: () => Pick<People, 'assertHere'>
  find: (id: number) => ReviewRow
  card: (review: ReviewRow, row: CardRow) => ReviewCard
  read: (id: number, locale: string) => FoundationReview
}

type Calls = Pick<Handlers<'foundationReviews'>, 'answer' | 'confirmQuick' | 'spend'>

/** What is said about the sections during the session, saved as it is said. */
export function createAnswers(
  { db, audit, events }: Context,
  repository: FoundationReviewsRepository,
  needs: Needs,
): Calls & { assertInSession: (review: ReviewRow) => void } {
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
    if (JSON.stringify(before) === JSON.stringify(state)) return
    repository.saveAnswer(review.id, row.section_id, state)
    audit.append({
      actor: 'owner',
      action: 'answer',
      entity: 'foundation_review',
      entityId: review.id,
      before: { sectionId: row.section_id, ...before },
      after: { sectionId: row.section_id, ...state },
    })
  }

  function assertConfirmable(review: ReviewRow, row: CardRow) {
    if (row.version_id !== null) return
    const { name } = needs.card(review, row)
    const message = `${name} is not published yet, so there is nothing to confirm. Say what changes, or who finds out.`
    throw new AppError('INVALID_INPUT', message, [{ field: 'answer', message }])
  }

  return {
    assertInSession,
    answer({ id, sectionId, rev, answer, what, who, dueOn, isParked }, { locale }) {
      const card = write(db, () => {
        const { review, row } = open(id, sectionId)
        if (row.rev !== rev) {
          throw new AppError(
            'CONFLICT',
            'This section was answered in another window. What is saved there is shown now; what you typed here is kept for you to copy.',
          )
        }
        if (answer === 'yes') assertConfirmable(review, row)
        if (dueOn !== null) assertDue(dueOn, review.held_on, locale)
        needs.people().assertHere(who, 'who', { locale, advice: 'Enter who does it.' })
        save(review, row, { answer, what, who, dueOn, isParked })
        repository.setPlace(id, sectionId)
        return needs.card(review, repository.card(id, sectionId) ?? row)
      })
      events.changed('foundationReviews')
      return card
    },
    confirmQuick({ id, sectionIds }, { locale }) {
      write(db, () => {
        for (const sectionId of new Set(sectionIds)) {
          const { review, row } = open(id, sectionId)
          if (row.is_quick === 0) {
            const { name } = needs.card(review, row)
            throw new AppError('INVALID_INPUT', `Something came up about ${name}. Answer it on its own.`)
          }
          if (row.answer === null) save(review, row, { ...toAnswer(row), answer: 'yes', isParked: false })
        }
      })
      events.changed('foundationReviews')
      return needs.read(id, locale)
    },
    spend({ id, sectionId, seconds }) {
      return write(db, () => {
        const { review, row } = open(id, sectionId)
        repository.addTime(id, seconds)
        repository.addCardTime(id, sectionId, seconds)
        repository.setPlace(id, sectionId)
        return {
          secondsUsed: review.seconds_used + seconds,
          cardSeconds: row.seconds_used + seconds,
        }
      })
    },
  }
}
