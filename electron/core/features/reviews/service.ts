import type { Review, Session } from '../../../../shared/contract/reviews.ts'
import { foundationSections, issueTypes } from '../../../../shared/domain/reviews/issue-types.ts'
import type { MonthlyDue } from '../../../../shared/domain/time/months.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { Handlers } from '../../handlers.ts'
import type { Months } from '../months/service.ts'
import type { Outputs } from '../outputs/service.ts'
import type { Standards } from '../standards/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { createFindings, type Findings } from './done/findings.ts'
import { assertAllDone, resultOf } from './done/finish.ts'
import { createDraw } from './prepare/draw.ts'
import { createSessions } from './prepare/sessions.ts'
import { createReviewsRepository } from './repository.ts'
import { type ReviewRow, toCursor, toHeader, toResult } from './rows.ts'
import { createSections } from './sections.ts'
import { createItems, subjectOf } from './session/items.ts'

type Needs = {
  outputs: Outputs
  standards: Standards
  workflows: Workflows
  months: Months
  reviewDay: () => MonthlyDue
  /** Looks for retired facts in outputs just drawn. */
  scanRetired: (itemIds: readonly number[]) => void
}

export type Reviews = Handlers<'reviews'> & {
  findings: Findings
  place: ReturnType<typeof createSessions>['place']
  sessionOf: (month: string) => Session
  nextSession: () => Session
  /** A review with the day it was finished on, null while it is open. */
  read: (reviewId: number, locale: string) => Review & { finishedOn: string | null }
}

export function createReviews(context: Context, needs: Needs): Reviews {
  const { db, clock } = context
  const command = context.commands('reviews')
  const { outputs, workflows, standards, months } = needs
  const repository = createReviewsRepository(db)
  const sections = createSections(db)
  const sessions = createSessions(context, repository, needs)
  const draws = createDraw(context, repository, needs)
  const items = createItems(context, repository, { standards, sections })
  const findings = createFindings(db, repository, workflows)

  function find(reviewId: number): ReviewRow {
    const row = repository.find(reviewId)
    if (!row) throw new AppError('NOT_FOUND', 'That review is not here.')
    return row
  }

  function read(reviewId: number, locale: string): Review {
    const row = find(reviewId)
    const used = repository.usedTypes(row.workflow_id)
    const own = sections.names()
    return {
      ...toHeader(row, repository.reservesLeft(reviewId)),
      standards: standards.version(row.standards_version_id).standards,
      items: repository.items(reviewId),
      replaced: repository.replaced(reviewId).map((item) => ({
        outputId: item.output_id,
        position: item.position,
        reason: item.replaced_reason ?? '',
        replacedAt: item.replaced_at ?? '',
      })),
      cursor: toCursor(row),
      undoLabel: row.state === 'open' ? items.undoLabel(reviewId) : null,
      issueTypes: [...new Set([...used, ...issueTypes])],
      sections: own.length > 0 ? own : [...foundationSections],
      recentNotes: repository.recentNotes(row.workflow_id),
      result: toResult(row),
      sentence: row.state === 'finished' ? findings.sentence(row, locale) : null,
    }
  }

  return {
    findings,
    place: sessions.place,
    sessionOf: sessions.session,
    nextSession: sessions.next,
    read: (reviewId, locale) => ({
      ...read(reviewId, locale),
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
      return { workflowId, month, ...counts, sampleSize, reviewId: repository.idOf(workflowId, month) }
    },
    candidates: ({ workflowId, month, search, offset }) => outputs.search(workflowId, month, search, offset),
    async draw({ workflowId, month, outputIds }) {
      const reviewId = await draws.draw(workflowId, month, outputIds)
      return { reviewId }
    },
    drawRecord: ({ reviewId }) => draws.record(reviewId),
    get: ({ reviewId }, { locale }) => read(reviewId, locale),
    save: ({ itemId, rev, patch, ...sitting }) => items.save(itemId, rev, patch, sitting),
    replace({ itemId, rev, reason }, { locale }) {
      const next = items.replace(itemId, rev, reason)
      return { itemId: next.itemId, review: read(next.reviewId, locale) }
    },
    undo({ reviewId }, { locale }) {
      const undone = items.undo(reviewId)
      return { ...undone, review: undone.saved ? null : read(reviewId, locale) }
    },
    moveTo({ reviewId, cursor, spent = [] }) {
      command.unlogged(() => {
        const { id } = spent.length > 0 ? items.openReview(reviewId) : find(reviewId)
        repository.sit(id, { cursor, spent })
      })
      return null
    },
    finish({ reviewId }, { locale }) {
      command(() => {
        const review = items.openReview(reviewId)
        const list = repository.items(reviewId)
        assertAllDone(list)
        const version = standards.version(review.standards_version_id)
        const result = resultOf(review, list, version, repository.replaced(reviewId).length)
        findings.forget()
        repository.finish(reviewId, result, clock.now(), clock.today())
        command.log({
          action: 'finish',
          entity: 'review',
          entityId: String(reviewId),
          subject: subjectOf(reviewId),
          before: null,
          after: result,
        })
      })
      // A figure more is the "after" of changes, and decides what is due and what speaks against publishing.
      return read(reviewId, locale)
    },
    reopen({ reviewId, reason }, { locale }) {
      command(() => {
        const review = find(reviewId)
        if (review.state === 'open') throw new AppError('CONFLICT', 'This review is open already.')
        findings.forget()
        repository.reopen(reviewId)
        command.log({
          action: 'reopen',
          entity: 'review',
          entityId: String(reviewId),
          subject: subjectOf(reviewId),
          before: toResult(review),
          after: { reason },
        })
      })
      return read(reviewId, locale)
    },
  }
}
