import type { FoundWording, RetiredFact } from '../../../../shared/contract/retired-facts.ts'
import type { Db } from '../../db/open.ts'

export type Fact = Omit<RetiredFact, 'outputCount' | 'wordingCount'>
export type NewFact = Pick<Fact, 'term' | 'replacement' | 'retiredOn' | 'sectionId'>
/** A sampled output as it is searched. `drawnOn` is the day of its sample in UTC. */
export type SampledOutput = {
  itemId: number
  aiText: string
  finalText: string | null
  occurredOn: string | null
  month: string
  drawnOn: string
}
export type Find = { itemId: number; isInFinal: boolean }
export type FindRow = {
  itemId: number
  workflowName: string
  month: string
  isInFinal: 0 | 1
  aiText: string
  finalText: string | null
}
export type LiveWording = Omit<FoundWording, 'excerpt'> & { versionId: number }

const selectFact = `
SELECT f.id, f.rev, f.term, f.replacement, f.retired_on AS retiredOn, f.section_id AS sectionId,
  ifnull(d.name, f.section_name) AS sectionName
FROM retired_facts f LEFT JOIN documents d ON d.id = f.section_id`

const selectSampled = `
SELECT i.id AS itemId, o.ai_text AS aiText, o.final_text AS finalText, o.occurred_on AS occurredOn, r.month,
  substr(r.drawn_at, 1, 10) AS drawnOn
FROM review_items i JOIN outputs o ON o.id = i.output_id JOIN reviews r ON r.id = i.review_id`

export type RetiredFactsRepository = ReturnType<typeof createRetiredFactsRepository>

export function createRetiredFactsRepository(db: Db) {
  return { ...createFactRows(db), ...createFindRows(db), ...createWordingRows(db) }
}

/** The section's name as it is when the fact is pointed to it. */
const sectionSaid = '(SELECT name FROM documents WHERE id = :sectionId)'

function createFactRows(db: Db) {
  const list = db.prepare<[], Fact>(`${selectFact} ORDER BY f.retired_on DESC, f.id DESC`)
  const byId = db.prepare<[number], Fact>(`${selectFact} WHERE f.id = ?`)
  const insert = db.prepare<[NewFact]>(`
    INSERT INTO retired_facts (term, replacement, retired_on, section_id, section_name)
    VALUES (:term, :replacement, :retiredOn, :sectionId, ${sectionSaid})`)
  const update = db.prepare<[NewFact & { id: number }]>(`
    UPDATE retired_facts SET term = :term, replacement = :replacement, retired_on = :retiredOn,
      section_id = :sectionId,
      section_name = iif(section_id IS :sectionId, section_name, ${sectionSaid}), rev = rev + 1
    WHERE id = :id`)
  const remove = db.prepare('DELETE FROM retired_facts WHERE id = ?')
  const section = db.prepare<[number], { id: number }>(
    "SELECT id FROM documents WHERE id = ? AND kind = 'section'",
  )
  return {
    /** The last retired first. */
    facts: (): Fact[] => list.all(),
    fact: (id: number): Fact | undefined => byId.get(id),
    insert: (fact: NewFact): number => Number(insert.run(fact).lastInsertRowid),
    update: (id: number, fact: NewFact) => {
      update.run({ ...fact, id })
    },
    remove: (id: number) => {
      remove.run(id)
    },
    isSection: (id: number) => section.get(id) !== undefined,
  }
}

/** Sampled outputs, and in which of them a fact was found. Only those under review count: no reserves. */
function createFindRows(db: Db) {
  // CROSS JOIN: the few reviews first, so that older samples are not touched.
  const sampledSince = db.prepare<[string], { id: number }>(`
    SELECT i.id FROM reviews r CROSS JOIN review_items i ON i.review_id = r.id
    WHERE r.drawn_at >= ? ORDER BY i.id`)
  const sampled = db.prepare<[number], SampledOutput>(`${selectSampled} WHERE i.id = ?`)
  const clear = db.prepare('DELETE FROM retired_finds WHERE fact_id = ?')
  const insert = db.prepare(
    'INSERT OR REPLACE INTO retired_finds (fact_id, item_id, is_in_final) VALUES (?, ?, ?)',
  )
  const counts = db.prepare<{ from: string }, { factId: number; count: number }>(`
    SELECT f.fact_id AS factId, count(*) AS count
    FROM retired_finds f JOIN review_items i ON i.id = f.item_id JOIN reviews r ON r.id = i.review_id
    WHERE i.state = 'active' AND r.month >= :from GROUP BY f.fact_id`)
  const lastMonth = db.prepare<[], { month: string | null }>('SELECT max(month) AS month FROM reviews')
  const finds = db.prepare<[number, number], FindRow>(`
    SELECT i.id AS itemId, w.name AS workflowName, r.month, f.is_in_final AS isInFinal, o.ai_text AS aiText,
      o.final_text AS finalText
    FROM retired_finds f JOIN review_items i ON i.id = f.item_id JOIN outputs o ON o.id = i.output_id
    JOIN reviews r ON r.id = i.review_id JOIN workflows w ON w.id = r.workflow_id
    WHERE f.fact_id = ? AND i.state = 'active' ORDER BY r.month DESC, i.id DESC LIMIT ?`)
  const countsFrom = (from: string) =>
    new Map(counts.all({ from }).map(({ factId, count }) => [factId, count]))
  return {
    /** Ids of what was drawn from a day on, reserves and replaced outputs too: any of them can come to count. */
    sampledSince: (day: string): number[] => sampledSince.all(day).map(({ id }) => id),
    sampled: (itemId: number): SampledOutput | undefined => sampled.get(itemId),
    clearFinds: (factId: number) => {
      clear.run(factId)
    },
    insertFind: (factId: number, { itemId, isInFinal }: Find) => {
      insert.run(factId, itemId, isInFinal ? 1 : 0)
    },
    /** How many outputs each fact was found in. */
    counts: () => countsFrom(''),
    /** The latest month under review, and how many of its outputs each fact was found in. */
    latest() {
      const month = lastMonth.get()?.month ?? null
      return { month, counts: countsFrom(month ?? '') }
    },
    /** The latest first. */
    finds: (factId: number, limit: number): FindRow[] => finds.all(factId, limit),
  }
}

/** Wordings in force: the current version of every section, and of prompts and models not retired. */
function createWordingRows(db: Db) {
  const wordings = db.prepare<[], LiveWording>(`
    SELECT d.id AS documentId, d.workflow_id AS workflowId, d.kind, d.name, v.number AS version,
      v.id AS versionId
    FROM documents d JOIN versions v ON v.document_id = d.id
    LEFT JOIN workflows w ON w.id = d.workflow_id
    WHERE ifnull(w.stage, '') <> 'retired'
      AND v.number = (SELECT max(n.number) FROM versions n WHERE n.document_id = d.id)
    ORDER BY d.kind <> 'section', d.workflow_id, d.kind = 'model', d.position, d.id`)
  const text = db.prepare<[number], { text: string }>('SELECT text FROM versions WHERE id = ?')
  return {
    wordings: (): LiveWording[] => wordings.all(),
    wordingText: (versionId: number): string => text.get(versionId)?.text ?? '',
  }
}
