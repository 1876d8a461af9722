import type { ItemState, Mark } from '../../../../../shared/contract/reviews/item-state.ts'
import type { ItemPatch, ReviewItem, Saved, Undone } from '../../../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../../../shared/contract/workflows.ts'
import { measures } from '../../../../../shared/domain/figures/measures/index.ts'
import { describeItemChange, missingIn } from '../../../../../shared/domain/reviews/judgement.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import { createUndo } from '../../../db/undo.ts'
import type { ReviewRow } from '../../findings/rows.ts'
import type { Standards } from '../../standards/service.ts'
import type { Sitting } from '../item-repository.ts'
import type { ReviewsRepository } from '../repository.ts'
import { type ItemRow, stateOf } from '../rows.ts'

export const subjectOf = (reviewId: number) => `review:${reviewId}`

/** Saves judgements one choice at a time, sets outputs aside, and takes any of it back. */
export function createItems(
  { commands, db, clock }: Context,
  repository: ReviewsRepository,
  { standards, sections }: { standards: Standards; sections: { idOf: (name: string) => number | null } },
) {
  const command = commands('reviews')
  const undos = createUndo(db, command.log)

  function openReview(reviewId: number): ReviewRow {
    const review = repository.find(reviewId)
    if (!review) throw new AppError('NOT_FOUND', 'That review is not here.')
    if (review.state === 'finished') {
      throw new AppError(
        'CONFLICT',
        'This review is finished and locked. Reopen it with a reason to change it.',
      )
    }
    return review
  }

  function openItem(itemId: number, rev: number): { row: ItemRow; review: ReviewRow } {
    const row = repository.itemRow(itemId)
    if (!row) throw new AppError('NOT_FOUND', 'That output is not in this review.')
    const review = openReview(row.review_id)
    if (row.rev !== rev || !['active', 'again'].includes(row.state)) {
      throw new AppError(
        'CONFLICT',
        'This output was changed in another window. What is saved there is shown now; what you typed here is kept for you to copy.',
      )
    }
    return { row, review }
  }

  const reread = (itemId: number): ReviewItem => {
    const row = repository.itemRow(itemId)
    if (!row) throw new Error('The output was there a moment ago')
    return repository.item(row)
  }

  const undoLabel = (reviewId: number) => undos.label(subjectOf(reviewId))

  /** Without the texts: the window has them, and an answer is small however long they are. */
  function savedOf(itemId: number, reviewId: number): Saved {
    const { output: _, ...item } = reread(itemId)
    return { item, undoLabel: undoLabel(reviewId), savedAt: clock.now() }
  }

  function store(row: ItemRow, review: ReviewRow, state: ItemState) {
    const measure = measures[review.measure]
    const known = { aiText: row.ai_text, finalText: row.final_text, editMinutes: state.editMinutes }
    // What nothing is asked for does not change while it is judged.
    const { editing } =
      measure.asks === null ? row : measure.compute({ ...known, byHandMinutes: review.by_hand_minutes })
    repository.saveState(row.id, state, editing)
  }

  /** A section is linked when it is named; as long as its name is left as it is, so is the link. */
  function withSections(state: ItemState, before: Pick<ItemState, 'marks'>): ItemState {
    const earlier = new Map(before.marks.map((mark) => [mark.standardId, mark]))
    const linked = (mark: Mark): Mark => {
      const known = earlier.get(mark.standardId)
      if (known && known.section === mark.section) return { ...mark, sectionId: known.sectionId }
      return { ...mark, sectionId: mark.section === null ? null : sections.idOf(mark.section) }
    }
    return { ...state, marks: state.marks.map(linked) }
  }

  /** A state of the log; one written before sections had keys is linked by their names. */
  function ofLog(state: ItemState): ItemState {
    const linked = ({
      sectionId,
      ...mark
    }: Mark | (Omit<Mark, 'sectionId'> & { sectionId?: undefined })) => ({
      ...mark,
      sectionId:
        sectionId === undefined && mark.section !== null ? sections.idOf(mark.section) : (sectionId ?? null),
    })
    return { ...state, marks: state.marks.map(linked) }
  }

  function save(itemId: number, rev: number, patch: ItemPatch, sitting: Sitting): Saved {
    const reviewId = command(() => {
      const { row, review } = openItem(itemId, rev)
      command.unlogged(() => repository.sit(review.id, sitting))
      const before = repository.item(row)
      const list = standards.version(review.standards_version_id).standards
      const merged = withSections(merge(stateOf(before), patch, list), before)
      if (patch.isDone) assertComplete(merged, list)
      const label = describeItemChange(stateOf(before), merged, list)
      if (label === null) return review.id
      // An output that was done and now lacks an answer is open again: what is finished is always complete.
      const after = { ...merged, isDone: merged.isDone && missingIn(merged, list).length === 0 }
      store(row, review, after)
      command.log({
        action: 'judge',
        entity: 'review_item',
        entityId: String(itemId),
        subject: subjectOf(review.id),
        label,
        before: stateOf(before),
        after,
      })
      return review.id
    })
    return savedOf(itemId, reviewId)
  }

  function replace(itemId: number, rev: number, reason: string) {
    return command(() => {
      const { row, review } = openItem(itemId, rev)
      const isAgain = row.state === 'again'
      // One of an earlier month is nothing that the month lacks.
      const reserveId = isAgain ? null : repository.nextReserve(review.id)
      const aside = isAgain ? 'again_set_aside' : 'replaced'
      repository.place(row.id, aside, row.position, reason, clock.now())
      const reserve = reserveId === null ? null : repository.itemRow(reserveId)
      if (reserve) repository.place(reserve.id, 'active', row.position)
      command.log({
        action: 'replace',
        entity: 'review_item',
        entityId: String(itemId),
        subject: subjectOf(review.id),
        label: `Output ${row.position} set aside`,
        before: { reserveId: reserve?.id ?? null, reservePosition: reserve?.position ?? null },
        after: { reason, position: row.position },
      })
      const next = reserve?.id ?? repository.items(review.id)[0]?.id
      if (next === undefined) {
        throw new AppError(
          'INVALID_INPUT',
          'This is the only output left and there is no reserve, so it stays. Collect more outputs first.',
        )
      }
      return { reviewId: review.id, itemId: next }
    })
  }

  function undo(reviewId: number): Omit<Undone, 'review'> {
    const { label, itemId, isJudgement } = command(() => {
      const review = openReview(reviewId)
      const last = undos.last<ItemState | Replaced>(subjectOf(reviewId))
      if (!last) throw new AppError('CONFLICT', 'There is nothing left to undo in this review.')
      const itemId = Number(last.entityId)
      const row = repository.itemRow(itemId)
      if (!row) throw new Error(`Output ${itemId} of the audit is missing`)
      const isJudgement = !('reserveId' in last.before)
      if ('reserveId' in last.before) {
        const { reserveId, reservePosition } = last.before
        if (reserveId !== null) repository.place(reserveId, 'reserve', reservePosition ?? 0)
        repository.place(itemId, row.again_of === null ? 'active' : 'again', row.position)
      } else {
        store(row, review, ofLog(last.before))
      }
      undos.log(subjectOf(reviewId), 'review_item', last)
      return { label: last.label, itemId, isJudgement }
    })
    return { label, itemId, saved: isJudgement ? savedOf(itemId, reviewId) : null }
  }

  return { save, replace, undo, undoLabel, openReview }
}

/** What a set-aside output was replaced by. */
type Replaced = { readonly reserveId: number | null; readonly reservePosition: number | null }

/** The state after a patch. An issue belongs to a standard that is not met, so it goes when the mark changes. */
function merge(state: ItemState, patch: ItemPatch, list: readonly Standard[]): ItemState {
  const known = new Set(list.map(({ id }) => id))
  const changed = new Map((patch.marks ?? []).map((mark) => [mark.standardId, mark]))
  if ([...changed.keys()].some((id) => !known.has(id))) {
    throw new AppError('INVALID_INPUT', 'That quality standard is not one of this review’s.')
  }
  const marks = state.marks.map((mark) => {
    const next = changed.get(mark.standardId) ?? mark
    return next.verdict === 'not_met'
      ? next
      : { ...next, issueType: null, section: null, sectionId: null, note: '' }
  })
  const merged = { ...state, ...withoutUndefined(patch), marks }
  return merged.editMinutes === null
    ? { ...merged, minutesSource: null }
    : { ...merged, minutesSource: merged.minutesSource ?? 'estimate' }
}

const withoutUndefined = (patch: ItemPatch) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<ItemState>

function assertComplete(state: ItemState, list: readonly Standard[]) {
  const problems = missingIn(state, list)
  const [first] = problems
  if (first) throw new AppError('INVALID_INPUT', first.message, problems)
}
