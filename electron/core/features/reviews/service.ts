import type { Finding, TextLinesGuide } from '../../../../shared/contract/reviews/findings.ts'
import type { Review, ReviewItem, Session } from '../../../../shared/contract/reviews/reviews.ts'
import { type Lines, linesOf } from '../../../../shared/domain/figures/status.ts'
import { foundationSections, issueTypes } from '../../../../shared/domain/reviews/issue-types.ts'
import type { MonthlyDue } from '../../../../shared/domain/time/months.ts'
import { goesOnTo } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import { type ReviewRow, toResult } from '../findings/rows.ts'
import type { Findings } from '../findings/service.ts'
import type { Months } from '../months/service.ts'
import type { Outputs } from '../outputs/service.ts'
import type { Standards } from '../standards/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { assertAllDone, resultOf } from './done/finish.ts'
import { createLines } from './done/lines.ts'
import { createStepFacts, type StepNeeds } from './done/step-facts.ts'
import { createSteps, type Steps } from './done/steps.ts'
import { createDraw } from './prepare/draw.ts'
import { createSecondLooks } from './prepare/second-look.ts'
import { createSessions } from './prepare/sessions.ts'
import { createReviewsRepository } from './repository.ts'
import { toCursor, toHeader } from './rows.ts'
import { createSections } from './sections.ts'
import { createCompleting } from './session/completing.ts'
import { createItems, subjectOf } from './session/items.ts'

type Needs = StepNeeds & {
  findings: Findings
  outputs: Outputs
  standards: Standards
  workflows: Workflows
  months: Months
  reviewDay: () => MonthlyDue
  ownerName: () => string
  /** Whether outputs of earlier months are mixed into a review. */
  isSeenAgain: () => boolean
  /** Looks for retired facts in outputs just drawn. */
  scanRetired: (itemIds: readonly number[]) => void
}

export type Reviews = Handlers<'reviews'> & {
  /** The finding of a workflow's newest finished month, with the step that is right today. */
  latest: Steps['latest']
  place: ReturnType<typeof createSessions>['place']
  /** The outputs a month's figures are of, those of a second look last. */
  itemsOf: (reviewId: number) => ReviewItem[]
  sessionOf: (month: string) => Session
  nextSession: () => Session
  linesGuide: (workflowId: number) => TextLinesGuide
  /** Brings what an import added to drawn outputs into the open reviews; inside the caller's transaction. */
  completeItems: (outputIds: readonly number[]) => void
  /** Gives every month that was finished before findings were kept its finding. */
  findEarlier: () => void
  /** Saves a workflow; its first lines are those of its months without any as well. */
  saveWorkflow: Workflows['save']
  /** A review with the day it was finished on, null while it is open. */
  read: (reviewId: number) => Review & { finishedOn: string | null }
}

export function createReviews(context: Context, needs: Needs): Reviews {
  const { db, clock } = context
  const command = context.commands('reviews')
  const { outputs, workflows, standards, months, findings } = needs
  const repository = createReviewsRepository(db)
  const sections = createSections(db)
  const lines = createLines(db)
  const draws = createDraw(context, repository, needs)
  const items = createItems(context, repository, { standards, sections })
  const steps = createSteps(repository, findings, createStepFacts(context, needs))
  const secondLooks = createSecondLooks(context, repository, {
    ...needs,
    isCalledFor: ({ id }) => findings.stored(id)?.finding.status === 'update_suggested',
    reckon,
  })
  const sessions = createSessions(context, repository, { ...needs, steps })

  /** What a month's figures are of: its review, and its second look once that is finished. */
  function counted(reviewId: number) {
    const second = repository.secondLookOf(reviewId)
    return [reviewId, ...(second?.state === 'finished' ? [second.id] : [])]
  }

  const itemsOf = (reviewId: number) => counted(reviewId).flatMap((id) => repository.items(id))

  /** The finding of a review and the figures stored beside it, by what counts now. */
  function figuresOf(review: ReviewRow) {
    const finding = steps.compute(review)
    const replacedCount = counted(review.id).flatMap((id) => repository.replaced(id)).length
    const version = standards.version(review.standards_version_id)
    return { finding, result: resultOf(review, itemsOf(review.id), version, { finding, replacedCount }) }
  }

  function reckon(review: ReviewRow) {
    if (review.finished_at === null || review.finished_on === null || review.state === 'open') return
    const before = findings.stored(review.id)?.finding ?? null
    const { finding, result } = figuresOf(review)
    repository.finish(
      review.id,
      { ...result, status: finding.status },
      review.finished_at,
      review.finished_on,
    )
    findings.keep(review.id, finding, 'second_look')
    command.log({
      actor: 'evenkeel',
      action: 'second_look',
      entity: 'finding',
      entityId: String(review.id),
      subject: subjectOf(review.id),
      before,
      after: finding,
    })
  }

  function find(reviewId: number): ReviewRow {
    const row = repository.find(reviewId)
    if (!row) throw new AppError('NOT_FOUND', 'That review is not here.')
    return row
  }

  function read(reviewId: number): Review {
    const row = find(reviewId)
    const used = repository.usedTypes(row.workflow_id)
    const own = sections.names()
    return {
      ...toHeader(row, repository.reservesLeft(reviewId)),
      standards: standards.version(row.standards_version_id).standards,
      items: row.state === 'open' ? repository.shown(reviewId) : repository.items(reviewId),
      againCount: repository.againCount(reviewId),
      replaced: repository.replaced(reviewId).map((item) => ({
        outputId: item.output_id,
        position: item.position,
        reason: item.replaced_reason ?? '',
        replacedAt: item.replaced_at ?? '',
      })),
      cursor: toCursor(row),
      undoLabel: row.state === 'open' ? items.undoLabel(reviewId) : null,
      issueTypes: [...new Set([...issueTypes, ...used])],
      sections: own.length > 0 ? own : [...foundationSections],
      recentNotes: repository.recentNotes(row.workflow_id),
      result: toResult(row),
      finding: row.state === 'finished' ? steps.ofReview(row) : null,
    }
  }

  /** Today's rules over finished months; the finding from before stays in the record. */
  function computeAgain(rows: readonly ReviewRow[], cause: 'earlier_month' | 'recompute' | 'lines_found') {
    return rows.filter((row) => {
      const before = findings.stored(row.id)?.finding ?? null
      const after = steps.compute(row)
      // The step is read afresh anyway.
      const said = (finding: Finding | null) => JSON.stringify(finding && { ...finding, nextStep: null })
      if (said(before) === said(after)) return false
      findings.keep(row.id, after, cause)
      command.log({
        actor: cause === 'recompute' ? 'owner' : 'evenkeel',
        action: cause,
        entity: 'finding',
        entityId: String(row.id),
        subject: subjectOf(row.id),
        before,
        after,
      })
      return true
    }).length
  }

  function linesFound(workflowId: number, found: Lines) {
    const without = repository.finishedOf(workflowId).filter((row) => row.target_line === null)
    lines.fill(workflowId, found)
    if (without.length > 0)
      computeAgain(
        without.map(({ id }) => find(id)),
        'lines_found',
      )
  }

  return {
    latest: steps.latest,
    completeItems: createCompleting(db, needs.scanRetired),
    findEarlier() {
      const rows = findings.without().map(find)
      if (rows.length > 0) command(() => computeAgain(rows, 'earlier_month'))
    },
    seenAgain: ({ workflowId }) => ({
      own: repository.seenAgain(workflows.find(workflowId).id),
      all: repository.seenAgain(null),
    }),
    linesGuide: lines.guide,
    textLines: ({ workflowId }) => lines.guide(workflows.find(workflowId).id),
    saveWorkflow: (input) =>
      command(() => {
        const before = workflows.find(input.id)
        const saved = workflows.save(input)
        const found = linesOf(saved)
        if (before.measure === saved.measure && linesOf(before) === null && found) linesFound(saved.id, found)
        return saved
      }),
    recompute: ({ workflowId }) =>
      command(() => ({
        changed: computeAgain(repository.finishedOf(workflows.find(workflowId).id), 'recompute'),
      })),
    itemsOf,
    place: sessions.place,
    sessionOf: sessions.session,
    nextSession: sessions.next,
    read: (reviewId) => ({
      ...read(reviewId),
      finishedOn: repository.find(reviewId)?.finished_on ?? null,
    }),
    sessions: () => sessions.sessions(),
    session: ({ month }) => sessions.session(month),
    skip({ reason, ...which }, { locale }) {
      months.skip({ reason, ...which }, locale)
      return sessions.session(which.month)
    },
    takeBackSkip(which, { locale }) {
      months.takeBack(which, locale)
      return sessions.session(which.month)
    },
    pool({ workflowId, month }) {
      const { sampleSize } = workflows.find(workflowId)
      const counts = outputs.counts(workflowId, month)
      const reviewId = repository.idOf(workflowId, month)
      const until = goesOnTo(month, clock.today())
      return { workflowId, month, ...counts, sampleSize, reviewId, goesOnTo: until }
    },
    candidates: ({ workflowId, month, search, offset }) => outputs.search(workflowId, month, search, offset),
    async draw({ workflowId, month, outputIds }) {
      const reviewId = await draws.draw(workflowId, month, outputIds)
      return { reviewId }
    },
    async secondLook({ reviewId }) {
      return { reviewId: await secondLooks.begin(reviewId) }
    },
    drawRecord: ({ reviewId }) => draws.record(reviewId),
    get: ({ reviewId }) => read(reviewId),
    save: ({ itemId, rev, patch, ...sitting }) => items.save(itemId, rev, patch, sitting),
    replace({ itemId, rev, reason }) {
      const next = items.replace(itemId, rev, reason)
      return { itemId: next.itemId, review: read(next.reviewId) }
    },
    undo({ reviewId }) {
      const undone = items.undo(reviewId)
      return { ...undone, review: undone.saved ? null : read(reviewId) }
    },
    moveTo({ reviewId, cursor, spent = [] }) {
      command.unlogged(() => {
        const { id } = spent.length > 0 ? items.openReview(reviewId) : find(reviewId)
        repository.sit(id, { cursor, spent })
      })
      return null
    },
    finish({ reviewId }) {
      const review = items.openReview(reviewId)
      if (review.second_of !== null) {
        secondLooks.finish({ ...review, second_of: review.second_of })
        return read(review.second_of)
      }
      command(() => {
        assertAllDone(repository.shown(reviewId))
        const { finding, result } = figuresOf(review)
        repository.finish(reviewId, { ...result, status: finding.status }, clock.now(), clock.today())
        findings.keep(reviewId, finding, 'finish')
        command.log({
          action: 'finish',
          entity: 'review',
          entityId: String(reviewId),
          subject: subjectOf(reviewId),
          before: null,
          after: { ...result, finding, reviewer: needs.ownerName() },
        })
        months.sealIfClosed(review.month)
      })
      // A figure more is the "after" of changes, and decides what is due and what speaks against publishing.
      return read(reviewId)
    },
    reopen({ reviewId, reason }) {
      command(() => {
        const review = find(reviewId)
        if (review.state === 'open') throw new AppError('CONFLICT', 'This review is open already.')
        findings.forget()
        repository.reopen(reviewId)
        if (review.second_of !== null) reckon(find(review.second_of))
        command.log({
          action: 'reopen',
          entity: 'review',
          entityId: String(reviewId),
          subject: subjectOf(reviewId),
          before: toResult(review),
          after: { reason },
        })
      })
      return read(reviewId)
    },
  }
}
