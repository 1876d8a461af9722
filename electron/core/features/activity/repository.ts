import type { Month } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

export type LogRow = {
  seq: number
  at: string
  actor: string
  action: string
  entity: string
  entity_id: string
  label: string | null
  before: string | null
  after: string | null
  subject: string | null
  workflow_id: number | null
}

/** A stretch of time of one actor. */
export type Stretch = { actor: string; from: string; until: string }

/** A word that is searched for, and what goes by a name that holds it. Lists are JSON texts. */
export type SoughtWord = {
  /** Patterns of LIKE, with ! before its own signs: of a text, and of that text inside JSON. */
  like: string
  inJson: string
  /** "review finish" */
  deeds: string
  workflows: string
  documents: string
  reviews: string
  months: string
  /** The number of a change, or the place of an output; null for what is none. */
  number: string | null
}

/** What an entry must be; null asks nothing. Lists are JSON texts. */
export type LogFilter = {
  entities: string | null
  /** Who did it, and when it was them. */
  stretches: readonly Stretch[] | null
  from: string | null
  until: string | null
  workflowId: number | null
  /** Each has to be in what an entry says. */
  words: readonly SoughtWord[]
  /** Entries of these entities from this instant on are searched by their label alone. */
  hiddenEntities: string
  hiddenSince: string
}

/** The workflow an entry is about. */
const workflowId = `CASE
  WHEN a.entity IN ('workflow', 'register_entry') THEN CAST(a.entity_id AS INTEGER)
  WHEN a.entity = 'month' THEN CAST(a.entity_id AS INTEGER)
  WHEN a.entity IN ('review', 'finding') THEN (SELECT workflow_id FROM reviews WHERE id = CAST(a.entity_id AS INTEGER))
  WHEN a.subject LIKE 'review:%' THEN (SELECT workflow_id FROM reviews WHERE id = CAST(substr(a.subject, 8) AS INTEGER))
  WHEN a.entity IN ('document', 'live_check') THEN (SELECT workflow_id FROM documents WHERE id = CAST(a.entity_id AS INTEGER))
  WHEN a.entity = 'import' THEN coalesce(a.after, a.before) ->> 'workflow_id'
  WHEN a.entity = 'change' THEN (SELECT CASE count(*) WHEN 1 THEN max(workflow_id) END FROM change_workflows WHERE change_number = CAST(a.entity_id AS INTEGER))
  WHEN a.entity IN ('model_test', 'test_pair') THEN NULL
  ELSE coalesce(a.after ->> '$.workflowId', a.before ->> '$.workflowId') END`

const isOfWorkflow = `CASE a.entity
  WHEN 'change' THEN EXISTS (SELECT 1 FROM change_workflows c WHERE c.change_number = CAST(a.entity_id AS INTEGER) AND c.workflow_id = :workflowId)
  WHEN 'model_test' THEN EXISTS (SELECT 1 FROM model_test_workflows m WHERE m.test_id = CAST(a.entity_id AS INTEGER) AND m.workflow_id = :workflowId)
  ELSE ${workflowId} = :workflowId END`

const isAmong = (value: string, list: string) => `${value} IN (SELECT value FROM json_each(:${list}))`

/** A value of the state holds the word: its keys, and what JSON is written with, are not shown. */
const isInState = (state: string, at: number) => `(${state} LIKE :inJson${at} ESCAPE '!'
  AND EXISTS (SELECT 1 FROM json_tree(${state}) t WHERE t.atom LIKE :like${at} ESCAPE '!'))`

/** What an entry says, as `toEntry` puts it: its deed, what it is about, and its values. */
const says = (at: number) => `(
  a.label LIKE :like${at} ESCAPE '!'
  OR ${isAmong("a.entity || ' ' || a.action", `deeds${at}`)}
  OR (NOT (a.at >= :hiddenSince AND a.entity IN (SELECT value FROM json_each(:hiddenEntities)))
    AND (${isInState('a.after', at)} OR ${isInState('a.before', at)}))
  OR (:workflows${at} <> '[]' AND ${isAmong(workflowId, `workflows${at}`)})
  OR (:documents${at} <> '[]' AND a.entity IN ('document', 'live_check')
    AND ${isAmong('CAST(a.entity_id AS INTEGER)', `documents${at}`)})
  OR (:reviews${at} <> '[]' AND (a.subject IN (SELECT 'review:' || value FROM json_each(:reviews${at}))
    OR (a.entity IN ('review', 'finding') AND ${isAmong('CAST(a.entity_id AS INTEGER)', `reviews${at}`)})))
  OR (:months${at} <> '[]' AND a.entity IN ('month', 'sealed_month')
    AND ${isAmong('substr(a.entity_id, -7)', `months${at}`)})
  OR (:number${at} IS NOT NULL AND ((a.entity = 'change' AND a.entity_id = :number${at})
    OR (a.entity = 'review_item' AND CAST(a.entity_id AS INTEGER) IN
      (SELECT id FROM review_items WHERE position = CAST(:number${at} AS INTEGER))))))`

/** The conditions that a filter asks for: what it does not ask need not be looked at in any row. */
const conditions = (filter: LogFilter): string =>
  [
    filter.entities !== null && 'a.entity IN (SELECT value FROM json_each(:entities))',
    filter.stretches !== null &&
      `(0 ${filter.stretches
        .map((_, at) => `OR a.actor = :actor${at} AND a.at >= :from${at} AND a.at < :until${at}`)
        .join(' ')})`,
    filter.from !== null && 'a.at >= :from',
    filter.until !== null && 'a.at < :until',
    filter.workflowId !== null && isOfWorkflow,
    ...filter.words.map((_, at) => says(at)),
  ]
    .filter(Boolean)
    .map((condition) => `AND ${condition}`)
    .join('\n')

const shown = 'a.seq, a.at, a.actor, a.action, a.entity, a.entity_id, a.label, a.before, a.after, a.subject'

/** The values of `conditions` by name. */
const bound = ({ stretches, words, ...filter }: LogFilter): Record<string, unknown> => ({
  ...filter,
  ...Object.fromEntries(
    (stretches ?? []).flatMap(({ actor, from, until }, at) => [
      [`actor${at}`, actor],
      [`from${at}`, from],
      [`until${at}`, until],
    ]),
  ),
  ...Object.fromEntries(
    words.flatMap((word, at) => Object.entries(word).map(([name, value]) => [`${name}${at}`, value])),
  ),
})

/** Reads the log; nothing here writes. */
export function createActivityRepository(db: Db) {
  const read = `SELECT ${shown}, ${workflowId} AS workflow_id FROM audit a`
  const bySeq = db.prepare<[number], LogRow>(`${read} WHERE a.seq = ?`)
  const some = db.prepare<[string], LogRow>(
    `${read} WHERE a.seq IN (SELECT value FROM json_each(?)) ORDER BY a.seq DESC`,
  )
  const first = db.prepare<[], string>('SELECT at FROM audit WHERE seq = 1').pluck()
  const judged = db
    .prepare<[], string | null>("SELECT min(created_at) FROM model_tests WHERE state = 'judging'")
    .pluck()
  const workflows = db.prepare<[], { id: number; name: string }>(
    'SELECT id, name FROM workflows ORDER BY name',
  )
  const documents = db.prepare<[], { id: number; name: string }>('SELECT id, name FROM documents')
  const reviews = db.prepare<[], { id: number; month: Month }>('SELECT id, month FROM reviews')
  const standard = db.prepare<[number], string>('SELECT name FROM standards WHERE id = ?').pluck()
  const document = db.prepare<[number], string>('SELECT name FROM documents WHERE id = ?').pluck()
  const workflow = db.prepare<[number], string>('SELECT name FROM workflows WHERE id = ?').pluck()
  const review = db.prepare<[number], string>('SELECT month FROM reviews WHERE id = ?').pluck()
  const held = db.prepare<[number], string>('SELECT held_on FROM foundation_reviews WHERE id = ?').pluck()
  const item = db.prepare<[number], number>('SELECT position FROM review_items WHERE id = ?').pluck()

  return {
    get: (seq: number) => bySeq.get(seq),
    /** The numbers of all entries of a filter, newest first. */
    found: (filter: LogFilter): number[] =>
      db
        .prepare<[Record<string, unknown>], number>(
          `SELECT a.seq FROM audit a WHERE 1 ${conditions(filter)} ORDER BY a.seq DESC`,
        )
        .pluck()
        .all(bound(filter)),
    /** The entries with these numbers, newest first. */
    some: (seqs: readonly number[]): LogRow[] => some.all(JSON.stringify(seqs)),
    firstAt: () => first.get() ?? null,
    /** When the oldest test was created that is judged now; null where none is. */
    judgedSince: () => judged.get() ?? null,
    workflows: () => workflows.all(),
    documents: () => documents.all(),
    reviews: () => reviews.all(),
    nameOf: (key: string, id: number): string | null => {
      if (key === 'standardId') return standard.get(id) ?? null
      if (key === 'workflowId') return workflow.get(id) ?? null
      return document.get(id) ?? null
    },
    monthOfReview: (id: number) => review.get(id) ?? null,
    dayOfFoundationReview: (id: number) => held.get(id) ?? null,
    placeOfItem: (id: number) => item.get(id) ?? null,
  }
}

export type ActivityRepository = ReturnType<typeof createActivityRepository>
