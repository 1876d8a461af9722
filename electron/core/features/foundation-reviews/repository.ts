import type { Attendee } from '../../../../shared/contract/foundation-reviews.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'
import { nameOfToday, type PeopleTie, personNamed, tieToPeople } from '../../db/people-sql.ts'
import type { Reason } from './reason.ts'
import {
  type AttendeeRow,
  type CardRow,
  type CardState,
  type IssueRow,
  type ReviewRow,
  type SummaryRow,
  toAttendee,
} from './rows.ts'

export type NewCard = {
  reviewId: number
  sectionId: number
  versionId: number | null
  position: number
  isQuick: boolean
  issueCount: number
}

export type FoundationReviewsRepository = ReturnType<typeof createFoundationReviewsRepository>

export function createFoundationReviewsRepository(db: Db) {
  return { ...createReviewRows(db), ...createCardRows(db), takingPart: createTakingPart(db) }
}

/** Whoever attends a review that is not finished, or is to do something by it. */
function createTakingPart(db: Db): PeopleTie {
  const only = "review_id IN (SELECT id FROM foundation_reviews WHERE state <> 'finished')"
  const toDo = tieToPeople(db, { table: 'review_cards', said: 'who', key: 'who_id', only })
  const attending = tieToPeople(db, { table: 'attendees', said: 'name', key: 'person_id', only })
  const leaveOut = db.prepare(`
    DELETE FROM attendees WHERE person_id = :from AND ${only}
      AND review_id IN (SELECT review_id FROM attendees WHERE person_id = :to)`)
  return {
    takeUp(person) {
      toDo.takeUp(person)
      attending.takeUp(person)
    },
    /** Whoever attends already stays once in the list. */
    handOver(people) {
      leaveOut.run(people)
      toDo.handOver(people)
      attending.handOver(people)
    },
  }
}

function createReviewRows(db: Db) {
  const byId = db.prepare<[number], ReviewRow>('SELECT * FROM foundation_reviews WHERE id = ?')
  const underWay = db.prepare<[], ReviewRow>("SELECT * FROM foundation_reviews WHERE state <> 'finished'")
  const lastHeld = db.prepare<[Day], ReviewRow>(
    `SELECT * FROM foundation_reviews WHERE state = 'finished' AND held_on <= ?
    ORDER BY held_on DESC, id DESC LIMIT 1`,
  )
  const before = db.prepare<[number], ReviewRow>(
    'SELECT * FROM foundation_reviews WHERE id < ? ORDER BY id DESC LIMIT 1',
  )
  const summaries = db.prepare<[], SummaryRow>(`
    SELECT r.id, r.held_on AS heldOn, r.state, r.seconds_used AS secondsUsed,
      count(c.section_id) AS total,
      coalesce(sum(c.answer IS NOT NULL AND NOT c.is_parked), 0) AS answered,
      coalesce(sum(c.answer = 'change' AND NOT c.is_parked), 0) AS changes,
      coalesce(sum(c.answer = 'unsure' AND NOT c.is_parked), 0) AS unsure
    FROM foundation_reviews r LEFT JOIN review_cards c ON c.review_id = r.id
    GROUP BY r.id ORDER BY r.held_on DESC, r.id DESC`)
  const insert = db.prepare(`
    INSERT INTO foundation_reviews (held_on, state, reason, created_at)
    VALUES (:heldOn, 'preparing', :reason, :createdAt)`)
  const update = db.prepare(
    'UPDATE foundation_reviews SET held_on = :heldOn, reason = ifnull(:reason, reason), rev = rev + 1 WHERE id = :id',
  )
  const start = db.prepare(`
    UPDATE foundation_reviews SET state = 'in_session', since = :since, section_id = :sectionId,
      started_at = :startedAt, rev = rev + 1
    WHERE id = :id`)
  const finish = db.prepare(`
    UPDATE foundation_reviews SET state = 'finished', finished_at = :finishedAt, next_on = :nextOn,
      rev = rev + 1
    WHERE id = :id`)
  const remove = db.prepare('DELETE FROM foundation_reviews WHERE id = ?')
  const setPlace = db.prepare('UPDATE foundation_reviews SET section_id = ? WHERE id = ?')
  const addTime = db.prepare('UPDATE foundation_reviews SET seconds_used = seconds_used + ? WHERE id = ?')
  const attendees = db.prepare<[number], AttendeeRow>(
    `SELECT a.*, iif(r.state = 'finished', a.name, ${nameOfToday('a.person_id', 'a.name')}) AS name
    FROM attendees a JOIN foundation_reviews r ON r.id = a.review_id WHERE a.review_id = ? ORDER BY a.id`,
  )
  const insertAttendee = db.prepare(`INSERT INTO attendees (review_id, name, person_id, role)
    VALUES (:reviewId, :name, ${personNamed(':name')}, :role)`)
  const removeAttendees = db.prepare('DELETE FROM attendees WHERE review_id = ?')
  const agree = db.prepare('UPDATE attendees SET agreed_on = ? WHERE id = ? AND review_id = ?')

  const removeAll = (reviewId: number): void => {
    removeAttendees.run(reviewId)
  }

  return {
    find: (id: number) => byId.get(id),
    underWay: () => underWay.get(),
    /** Up to today: one held later was held by a clock that ran ahead, and keeps no other from being due. */
    lastHeld: (today: Day) => lastHeld.get(today),
    /** The review prepared before one; only one is ever under way, so it is finished. */
    before: (id: number) => before.get(id),
    summaries: () => summaries.all(),
    insert: (heldOn: Day, reason: Reason, createdAt: string): number =>
      Number(insert.run({ heldOn, reason: JSON.stringify(reason), createdAt }).lastInsertRowid),
    /** Null keeps the reason as it is. */
    update: (id: number, heldOn: Day, reason: Reason | null): void => {
      update.run({ id, heldOn, reason: reason && JSON.stringify(reason) })
    },
    start: (id: number, fields: { since: Day | null; sectionId: number; startedAt: string }): void => {
      start.run({ ...fields, id })
    },
    finish: (id: number, finishedAt: string, nextOn: Day | null): void => {
      finish.run({ id, finishedAt, nextOn })
    },
    remove(id: number): void {
      removeAll(id)
      remove.run(id)
    },
    setPlace: (id: number, sectionId: number): void => {
      setPlace.run(sectionId, id)
    },
    addTime: (id: number, seconds: number): void => {
      addTime.run(seconds, id)
    },
    attendees: (reviewId: number): Attendee[] => attendees.all(reviewId).map(toAttendee),
    setAttendees(reviewId: number, list: readonly Pick<Attendee, 'name' | 'role'>[]): void {
      removeAll(reviewId)
      for (const { name, role } of list) insertAttendee.run({ reviewId, name, role })
    },
    agree: (reviewId: number, attendeeId: number, on: Day | null): boolean =>
      agree.run(on, attendeeId, reviewId).changes === 1,
  }
}

/** Whoever is to do something goes by the name of today until the review is finished, then as it was said. */
const selectCard = `
SELECT c.*, iif(r.state <> 'finished', ${nameOfToday('c.who_id', 'c.who')}, c.who) AS who
FROM review_cards c JOIN foundation_reviews r ON r.id = c.review_id`

function createCardRows(db: Db) {
  const ofReview = db.prepare<[number], CardRow>(`${selectCard} WHERE c.review_id = ? ORDER BY c.position`)
  const one = db.prepare<[number, number], CardRow>(
    `${selectCard} WHERE c.review_id = ? AND c.section_id = ?`,
  )
  const insert = db.prepare(`
    INSERT INTO review_cards (review_id, section_id, section_name, version_id, position, is_quick, issue_count)
    VALUES (:reviewId, :sectionId, (SELECT name FROM documents WHERE id = :sectionId), :versionId, :position, :isQuick, :issueCount)`)
  const answer = db.prepare(`
    UPDATE review_cards SET answer = :answer, what = :what, who = :who, who_id = ${personNamed(':who')}, due_on = :dueOn,
      more = :more, is_parked = :isParked, rev = rev + 1
    WHERE review_id = :reviewId AND section_id = :sectionId`)
  const addTime = db.prepare(
    'UPDATE review_cards SET seconds_used = seconds_used + ? WHERE review_id = ? AND section_id = ?',
  )
  // Through the reviews first: issues are looked up review by review, never by reading every output.
  const issues = db.prepare<[{ after: string; until: string; most: number }], IssueRow>(`
    SELECT n.section_id AS sectionId, n.count, n.itemId, w.name AS workflowName, n.month, s.name AS standard,
      coalesce(n.type, 'Other') AS type, n.note, substr(coalesce(nullif(o.ai_text, ''), o.external_id), 1, 300) AS excerpt
    FROM (
      SELECT m.section_id, m.issue_type AS type, m.note, m.standard_id, i.id AS itemId, i.output_id, r.month,
        r.workflow_id, count(*) OVER (PARTITION BY m.section_id) AS count,
        row_number() OVER (
          PARTITION BY m.section_id ORDER BY r.month DESC, r.workflow_id, i.position, m.id
        ) AS place
      FROM reviews r
      CROSS JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
      CROSS JOIN marks m ON m.item_id = i.id AND m.verdict = 'not_met'
      WHERE r.state = 'finished' AND r.finished_at > :after AND r.finished_at <= :until
        AND m.section_id IS NOT NULL
    ) n
    CROSS JOIN outputs o ON o.id = n.output_id
    CROSS JOIN standards s ON s.id = n.standard_id
    CROSS JOIN workflows w ON w.id = n.workflow_id
    WHERE n.place <= :most
    ORDER BY n.section_id, n.place`)
  const handledSignals = db.prepare<[number], { id: number }>(
    'SELECT id FROM signals WHERE foundation_review_id = ?',
  )
  const sectionCount = db.prepare<[], { count: number }>(`
    SELECT count(*) AS count FROM documents d WHERE d.kind = 'section' AND (
      EXISTS (SELECT 1 FROM versions v WHERE v.document_id = d.id)
      OR EXISTS (SELECT 1 FROM drafts f WHERE f.document_id = d.id))`)

  return {
    cards: (reviewId: number) => ofReview.all(reviewId),
    card: (reviewId: number, sectionId: number) => one.get(reviewId, sectionId),
    insertCard: ({ isQuick, ...card }: NewCard): void => {
      insert.run({ ...card, isQuick: isQuick ? 1 : 0 })
    },
    saveAnswer: (reviewId: number, sectionId: number, { isParked, more, ...state }: CardState): void => {
      answer.run({ ...state, more: JSON.stringify(more), reviewId, sectionId, isParked: isParked ? 1 : 0 })
    },
    addCardTime: (reviewId: number, sectionId: number, seconds: number): void => {
      addTime.run(seconds, reviewId, sectionId)
    },
    /** Issues of monthly reviews finished after one instant and up to another: the latest of each section. */
    issues: (after: string, until: string, most: number) => issues.all({ after, until, most }),
    /** Ids of the signals a finished review dealt with. */
    handledSignals: (reviewId: number) => handledSignals.all(reviewId).map(({ id }) => id),
    /** Sections that have a published wording or a draft. */
    sectionCount: () => sectionCount.get()?.count ?? 0,
  }
}
