import type { ImportedRow } from '../../../../shared/contract/imports.ts'
import type { Output } from '../../../../shared/contract/reviews/reviews.ts'
import type { Db } from '../../db/open.ts'

/** All that is said of an output: what a row can add to one that is here. */
export type Said = Omit<ImportedRow, 'row'>

/** An output that is here. `isFinished`: a finished review used it. */
export type KnownOutput = { id: number; month: string; isFinished: boolean; said: Said; textSha: Buffer }
export type PooledOutput = { id: number; copies: number }

/** An output as the draw needs it. */
export type DrawnOutput = {
  id: number
  aiText: string
  finalText: string | null
  editMinutes: number | null
  satisfaction: number | null
}

/** Outputs are written so many at a time: each statement costs as much as three rows. */
const together = 25
const columns = [
  'workflow_id',
  'import_id',
  'month',
  'occurred_on',
  'record_sha',
  'text_sha',
  'edit_minutes',
  'satisfaction',
  'personal_data',
  'external_id',
  'person',
  'request',
  'ai_text',
  'final_text',
] as const
/** The columns of an added row. */
export const addedColumns = ['id', ...columns]

const insertOf = (count: number) => `
  INSERT INTO outputs (${columns.join(', ')})
  VALUES ${Array(count)
    .fill(`(${columns.map(() => '?').join(', ')})`)
    .join(', ')}
  ON CONFLICT (workflow_id, record_sha) DO NOTHING`

const valuesOf = (output: NewOutput): unknown[] => [
  output.workflowId,
  output.importId,
  output.month,
  output.occurredOn,
  output.recordSha,
  output.textSha,
  output.editMinutes,
  output.satisfaction,
  output.personalData,
  output.externalId,
  output.person,
  output.request,
  output.aiText,
  output.finalText,
]

export type NewOutput = {
  workflowId: number
  importId: number
  month: string
  occurredOn: string | null
  recordSha: Buffer
  textSha: Buffer
  request: string | null
  aiText: string
  finalText: string | null
  externalId: string | null
  person: string | null
  editMinutes: number | null
  satisfaction: number | null
  personalData: string | null
}

type SearchRow = {
  id: number
  request: string | null
  ai_text: string
  final_text: string | null
  occurred_on: string | null
  external_id: string | null
  person: string | null
  copies: number
}

type KnownRow = Said & { id: number; month: string; isFinished: 0 | 1; textSha: Buffer }

function toKnown({ id, month, isFinished, textSha, ...said }: KnownRow): KnownOutput {
  return { id, month, isFinished: isFinished === 1, textSha, said }
}

type CountsRow = {
  outputCount: number
  differentCount: number
  withFinalCount: number
  withMinutesCount: number
  personalDataCount: number
  reachesTo: string | null
  kinds: string | null
}

// An import that is still running, or was taken back, is not there yet or any more.
const inMonth = `
FROM outputs o WHERE o.workflow_id = :workflowId AND o.month = :month
  AND o.import_id IN (SELECT id FROM imports WHERE workflow_id = :workflowId AND state = 'done')`

type Place = { workflowId: number; month: string }

export type OutputsRepository = ReturnType<typeof createOutputsRepository>

export function createOutputsRepository(db: Db) {
  const insertOne = db.prepare<unknown[]>(insertOf(1))
  const insertMany = db.prepare<unknown[]>(insertOf(together))
  const earlier = db.prepare<[number, number], { others: 0 | 1; former: 0 | 1 }>(`
    SELECT count(*) > 0 AS others, coalesce(max(identity_rule = 1), 0) AS former
    FROM imports WHERE workflow_id = ? AND id <> ? AND state = 'done' AND kept_count > 0`)
  const known = `
    SELECT o.id, o.month, o.request, o.ai_text AS aiText, o.final_text AS finalText, o.occurred_on AS occurredOn,
      o.external_id AS externalId, o.person, o.edit_minutes AS editMinutes, o.satisfaction, o.text_sha AS textSha,
      EXISTS (SELECT 1 FROM review_items i JOIN reviews r ON r.id = i.review_id
        WHERE i.output_id = o.id AND r.state = 'finished') AS isFinished
    FROM outputs o WHERE o.workflow_id = ?`
  const byRecord = db.prepare<[number, Buffer], KnownRow>(`${known} AND o.record_sha = ?`)
  const byExternalId = db.prepare<[number, string, number], KnownRow>(
    `${known} AND o.external_id = ? AND o.import_id <> ? ORDER BY o.id LIMIT 100`,
  )
  const remove = db.prepare('DELETE FROM outputs WHERE import_id = ?')
  // In the frozen pool of a review, or in its sample.
  const usedOf = db.prepare<{ importId: number }, { used: 1 }>(`
    SELECT 1 AS used FROM imports m JOIN reviews r ON r.workflow_id = m.workflow_id
      JOIN review_pools p ON p.review_id = r.id JOIN json_each(p.pool) pooled
    WHERE m.id = :importId AND pooled.value IN (SELECT id FROM outputs WHERE import_id = :importId)
      AND r.month IN (SELECT month FROM outputs WHERE import_id = :importId)
    UNION ALL
    SELECT 1 FROM review_items WHERE output_id IN (
      SELECT id FROM outputs WHERE import_id = :importId
      UNION ALL SELECT output_id FROM output_completions WHERE import_id = :importId)
    LIMIT 1`)
  const ofImport = db.prepare<
    [number],
    { month: string; count: number; with_final: number; with_date: number; with_text: number }
  >(`
    SELECT month, count(*) AS count, count(final_text) AS with_final, count(occurred_on) AS with_date,
      count(nullif(ai_text, '')) AS with_text
    FROM outputs WHERE import_id = ? GROUP BY month ORDER BY month`)
  const pool = db.prepare<[Place], PooledOutput>(
    `SELECT min(o.id) AS id, count(*) AS copies ${inMonth} GROUP BY o.text_sha ORDER BY 1`,
  )
  const countOf = db.prepare<[Place], { count: number }>(`SELECT count(*) AS count ${inMonth}`)
  const counts = db.prepare<[Place], CountsRow>(`
    SELECT count(*) AS outputCount, count(DISTINCT o.text_sha) AS differentCount,
      count(o.final_text) AS withFinalCount, count(o.edit_minutes) AS withMinutesCount,
      max(o.occurred_on) AS reachesTo, count(o.personal_data) AS personalDataCount, group_concat(DISTINCT o.personal_data) AS kinds ${inMonth}`)
  const drawn = db.prepare<[string], DrawnOutput>(`
    SELECT id, ai_text AS aiText, final_text AS finalText, edit_minutes AS editMinutes, satisfaction
    FROM outputs WHERE id IN (SELECT value FROM json_each(?))`)
  // Repeats are one candidate, known by its first id as in the pool, whichever of them the search finds.
  const searched = `${inMonth} GROUP BY o.text_sha HAVING sum(:search = ''
    OR instr(lower(o.ai_text), lower(:search)) > 0 OR instr(lower(ifnull(o.request, '')), lower(:search)) > 0
    OR instr(lower(ifnull(o.external_id, '')), lower(:search)) > 0) > 0`
  const search = db.prepare<[Place & { search: string; limit: number; offset: number }], SearchRow>(`
    SELECT min(o.id) AS id, o.request, o.ai_text, o.final_text, o.occurred_on, o.external_id, o.person,
      count(*) AS copies
    ${searched} ORDER BY 1 LIMIT :limit OFFSET :offset`)
  const searchTotal = db.prepare<[Place & { search: string }], { total: number }>(
    `SELECT count(*) AS total FROM (SELECT 1 ${searched})`,
  )

  return {
    /** Adds outputs, without those whose record is here; `rows` are what was added, null where some were here. */
    insert(outputs: readonly NewOutput[]): { count: number; rows: unknown[][] | null } {
      const rows: unknown[][] = []
      let count = 0
      for (let start = 0; start < outputs.length; ) {
        const isMany = outputs.length - start >= together
        const values = outputs.slice(start, start + (isMany ? together : 1)).map(valuesOf)
        const { changes, lastInsertRowid } = (isMany ? insertMany : insertOne).run(...values.flat())
        const firstId = Number(lastInsertRowid) - changes + 1
        for (const [index, row] of values.entries()) rows.push([firstId + index, ...row])
        count += changes
        start += values.length
      }
      return { count, rows: count === outputs.length ? rows : null }
    },
    /** Whether a workflow has outputs of other imports, and of such as were recognised in the former way. */
    earlierThan(workflowId: number, importId: number) {
      const row = earlier.get(workflowId, importId)
      return { hasOthers: row?.others === 1, hasFormer: row?.former === 1 }
    },
    knownByRecord(workflowId: number, record: string): KnownOutput | undefined {
      const row = byRecord.get(workflowId, Buffer.from(record, 'binary'))
      return row && toKnown(row)
    },
    /** The outputs with an ID that did not come with `importId`. */
    knownById: (workflowId: number, externalId: string, importId: number): KnownOutput[] =>
      byExternalId.all(workflowId, externalId, importId).map(toKnown),
    removeOf: (importId: number) => remove.run(importId).changes,
    isUsed: (importId: number) => usedOf.get({ importId }) !== undefined,
    ofImport: (importId: number) => ofImport.all(importId),
    pool: (workflowId: number, month: string) => pool.all({ workflowId, month }),
    countOf: (workflowId: number, month: string) => countOf.get({ workflowId, month })?.count ?? 0,
    counts(workflowId: number, month: string): CountsRow {
      const row = counts.get({ workflowId, month })
      if (!row) throw new Error('An aggregate always has a row')
      return row
    },
    /** In the order of `ids`. */
    drawn(ids: readonly number[]): DrawnOutput[] {
      const byId = new Map(drawn.all(JSON.stringify(ids)).map((output) => [output.id, output]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },
    search(workflowId: number, month: string, text: string, offset: number, limit: number) {
      const filter = { workflowId, month, search: text.trim() }
      const outputs = search.all({ ...filter, offset, limit }).map(
        (row): Output => ({
          id: row.id,
          request: row.request,
          aiText: row.ai_text,
          finalText: row.final_text,
          occurredOn: row.occurred_on,
          externalId: row.external_id,
          person: row.person,
          copies: row.copies,
        }),
      )
      return { outputs, total: searchTotal.get(filter)?.total ?? 0 }
    },
  }
}
