import type { Document } from '../../../../shared/contract/documents.ts'
import type { ReviewCard, SectionIssue } from '../../../../shared/contract/foundation-reviews.ts'
import type { Signal } from '../../../../shared/contract/signals.ts'
import {
  byWeight,
  type CardWeight,
  isQuickCard,
} from '../../../../shared/domain/foundation/foundation-order.ts'
import { firstWordsOf } from '../../../../shared/domain/text/first-words.ts'
import type { Clock } from '../../clock.ts'
import type { Actions } from '../actions/service.ts'
import type { Documents } from '../documents/service.ts'
import type { Signals } from '../signals/service.ts'
import type { FoundationReviewsRepository, NewCard } from './repository.ts'
import { type CardRow, type IssueRow, type ReviewRow, toAnswer } from './rows.ts'

const issuesShown = 5
const excerptLength = 240
const beforeAll = ''

export type CardNeeds = {
  documents: Pick<Documents, 'sections' | 'find' | 'version' | 'concerned'>
  workflows: { nameOf: (id: number) => string }
  signals: Pick<Signals, 'openFor' | 'some'>
  actions: Pick<Actions, 'open'>
}

/** A card as it stands before anything is said about its section. */
type Fresh = NewCard & { weight: CardWeight }

/** A card without what is known of its section. */
type Bare = Omit<
  ReviewCard,
  'name' | 'version' | 'workflows' | 'verifier' | 'lastVerifiedOn' | 'issues' | 'signals'
> &
  Pick<NewCard, 'versionId'>

const blank = {
  answer: null,
  what: '',
  who: '',
  dueOn: null,
  more: [],
  isParked: false,
  secondsUsed: 0,
  rev: 0,
}

/** The sections of a Foundation review: worked out while it is prepared, kept as they were once it has begun. */
export function createCards(
  clock: Clock,
  repository: FoundationReviewsRepository,
  { documents, signals: brought, actions, workflows }: CardNeeds,
) {
  /** The issues found since the review before this one was begun, by their section. */
  function issuesOf(review: ReviewRow): Map<number, IssueRow[]> {
    const after = repository.before(review.id)?.started_at ?? beforeAll
    const rows = repository.issues(after, review.started_at ?? clock.now(), issuesShown)
    return Map.groupBy(rows, ({ sectionId }) => sectionId)
  }

  const sections = (): Document[] =>
    documents.sections().filter(({ current, draft }) => current !== null || draft !== null)

  function signalsOf(review: ReviewRow, sectionIds: readonly number[]): Map<number | null, Signal[]> {
    const signals =
      review.state === 'finished'
        ? brought.some(repository.handledSignals(review.id))
        : brought.openFor(sectionIds)
    return Map.groupBy(signals, ({ sectionId }) => sectionId)
  }

  function fresh(review: ReviewRow, list: readonly Document[]): Fresh[] {
    const issues = issuesOf(review)
    const signals = signalsOf(
      review,
      list.map(({ id }) => id),
    )
    const open = Map.groupBy(actions.open(), ({ section_id }) => section_id)
    const weighed = list.map(({ id, current, lastVerifiedOn }, index) => {
      const issueCount = issues.get(id)?.[0]?.count ?? 0
      const weight: CardWeight = {
        position: index,
        hasVersion: current !== null,
        wasChecked: lastVerifiedOn !== null,
        issueCount,
        signalCount: signals.get(id)?.length ?? 0,
        openActions: open.get(id)?.length ?? 0,
      }
      return { sectionId: id, versionId: current?.id ?? null, issueCount, weight }
    })
    return weighed
      .sort((a, b) => byWeight(a.weight, b.weight))
      .map((card, index) => ({
        ...card,
        reviewId: review.id,
        position: index + 1,
        isQuick: isQuickCard(card.weight),
      }))
  }

  /** Keeps the wordings under review and their order. Inside the caller's transaction. */
  function freeze(review: ReviewRow): number[] {
    const cards = fresh(review, sections())
    for (const { weight: _weight, ...card } of cards) repository.insertCard(card)
    return cards.map(({ sectionId }) => sectionId)
  }

  function list(review: ReviewRow): ReviewCard[] {
    return review.state === 'preparing' ? live(review) : frozen(review, repository.cards(review.id))
  }

  function live(review: ReviewRow): ReviewCard[] {
    const known = sections()
    const around = surroundings(review, known)
    return fresh(review, known).map(({ weight: _weight, reviewId: _reviewId, ...card }) =>
      around({ ...card, ...blank }),
    )
  }

  function frozen(review: ReviewRow, rows: readonly CardRow[]): ReviewCard[] {
    const known = rows.map(({ section_id, section_name }) => {
      const section = documents.find(section_id)
      // A finished review says what was said.
      return review.state === 'finished' ? { ...section, name: section_name } : section
    })
    const around = surroundings(review, known)
    return rows.map((row) =>
      around({
        sectionId: row.section_id,
        versionId: row.version_id,
        position: row.position,
        isQuick: row.is_quick === 1,
        issueCount: row.issue_count,
        ...toAnswer(row),
        secondsUsed: row.seconds_used,
        rev: row.rev,
      }),
    )
  }

  /** Adds to a card what is known of its section: wording, verifier, examples, signals. */
  function surroundings(review: ReviewRow, known: readonly Document[]) {
    const byId = new Map(known.map((document) => [document.id, document]))
    const issues = issuesOf(review)
    const signals = signalsOf(review, [...byId.keys()])
    return ({ versionId, ...card }: Bare): ReviewCard => {
      const document = byId.get(card.sectionId)
      if (!document) throw new Error(`Section ${card.sectionId} of a review is missing`)
      return {
        ...card,
        name: document.name,
        version: versionId === null ? null : wording(document, versionId),
        workflows: documents.concerned(document.id).map(workflows.nameOf),
        verifier: document.verifier,
        lastVerifiedOn: document.lastVerifiedOn,
        issues: (issues.get(document.id) ?? []).map(toIssue),
        signals: signals.get(card.sectionId) ?? [],
      }
    }
  }

  function wording({ current }: Document, versionId: number): ReviewCard['version'] {
    const version = current?.id === versionId ? current : documents.version(versionId)
    if (!version) throw new Error(`Version ${versionId} of a review is missing`)
    return { id: version.id, number: version.number, text: version.text, liveOn: version.liveOn }
  }

  return {
    freeze,
    list,
    /** The card of one section of a review that has begun. */
    one(review: ReviewRow, row: CardRow): ReviewCard {
      const [card] = frozen(review, [row])
      if (!card) throw new Error(`Section ${row.section_id} of a review is missing`)
      return card
    },
    /** Signals that name no section; none once the review is finished. */
    unplaced: (review: ReviewRow): Signal[] => (review.state === 'finished' ? [] : brought.openFor([null])),
  }
}

const toIssue = ({ sectionId: _sectionId, count: _count, excerpt, ...issue }: IssueRow): SectionIssue => ({
  ...issue,
  excerpt: firstWordsOf(excerpt, excerptLength),
})
