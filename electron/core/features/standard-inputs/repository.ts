import type { StandardInput, StandardInputFields } from '../../../../shared/contract/standard-inputs.ts'
import { textKey } from '../../../../shared/domain/text/text-key.ts'
import type { Db } from '../../db/open.ts'

type InputRow = {
  id: number
  workflow_id: number
  position: number
  name: string
  text: string
  reference: string
  tags: string
  must_not_fail: 0 | 1
  checks: string
  item_id: number | null
  rev: number
}

export type NewInput = StandardInputFields & Pick<StandardInput, 'workflowId' | 'itemId'>
/** An output under review, with what it answered. */
export type ReviewedOutput = {
  workflowId: number
  request: string | null
  aiText: string
  finalText: string | null
}

export type StandardInputsRepository = ReturnType<typeof createStandardInputsRepository>

/** Two inputs with the same key are the same input, however they are spaced. */
export const inputKey = (text: string) => textKey(text, null)

export function createStandardInputsRepository(db: Db) {
  const ofWorkflow = db.prepare<[number], InputRow>(
    'SELECT * FROM standard_inputs WHERE workflow_id = ? ORDER BY position, id',
  )
  const byId = db.prepare<[number], InputRow>('SELECT * FROM standard_inputs WHERE id = ?')
  const byKey = db.prepare<[number, string], InputRow>(
    'SELECT * FROM standard_inputs WHERE workflow_id = ? AND text_key = ?',
  )
  const ofItem = db.prepare<[number], InputRow>('SELECT * FROM standard_inputs WHERE item_id = ?')
  const count = db.prepare<[number], { count: number }>(
    'SELECT count(*) AS count FROM standard_inputs WHERE workflow_id = ?',
  )
  const insert = db.prepare(`
    INSERT INTO standard_inputs (workflow_id, position, name, text, text_key, reference, tags, must_not_fail,
      checks, item_id)
    VALUES (:workflowId, (SELECT count(*) + 1 FROM standard_inputs WHERE workflow_id = :workflowId), :name,
      :text, :key, :reference, :tags, :mustNotFail, :checks, :itemId)`)
  const update = db.prepare(`
    UPDATE standard_inputs SET name = :name, text = :text, text_key = :key, reference = :reference,
      tags = :tags, must_not_fail = :mustNotFail, checks = :checks, rev = rev + 1
    WHERE id = :id`)
  const remove = db.prepare('DELETE FROM standard_inputs WHERE id = ?')
  const place = db.prepare('UPDATE standard_inputs SET position = ? WHERE id = ?')
  const version = db.prepare<[number], { version: number }>(
    'SELECT version FROM input_sets WHERE workflow_id = ?',
  )
  const raiseVersion = db.prepare(`
    INSERT INTO input_sets (workflow_id, version) VALUES (?, 1)
    ON CONFLICT (workflow_id) DO UPDATE SET version = version + 1`)
  const reviewedOutput = db.prepare<[number], ReviewedOutput>(`
    SELECT r.workflow_id AS workflowId, o.request, o.ai_text AS aiText, o.final_text AS finalText
    FROM review_items i JOIN reviews r ON r.id = i.review_id JOIN outputs o ON o.id = i.output_id
    WHERE i.id = ? AND i.state <> 'reserve'`)

  return {
    /** In their order. */
    list: (workflowId: number): StandardInput[] => ofWorkflow.all(workflowId).map(toInput),
    get: (id: number) => fromRow(byId.get(id)),
    /** The input of a workflow that has this text. */
    withText: (workflowId: number, text: string) => fromRow(byKey.get(workflowId, inputKey(text))),
    ofItem: (itemId: number) => fromRow(ofItem.get(itemId)),
    count: (workflowId: number): number => count.get(workflowId)?.count ?? 0,
    /** At the end of its set. */
    insert: ({ workflowId, itemId, ...fields }: NewInput): number =>
      Number(insert.run({ ...toColumns(fields), workflowId, itemId }).lastInsertRowid),
    update: (id: number, fields: StandardInputFields): void => {
      update.run({ ...toColumns(fields), id })
    },
    remove: (id: number): void => {
      remove.run(id)
    },
    /** Numbers the inputs from 1 in the order of `ids`. */
    number: (ids: readonly number[]): void => {
      ids.forEach((id, index) => void place.run(index + 1, id))
    },
    /** 0 while nothing was ever in the set. */
    version: (workflowId: number): number => version.get(workflowId)?.version ?? 0,
    raiseVersion: (workflowId: number): void => {
      raiseVersion.run(workflowId)
    },
    reviewedOutput: (itemId: number): ReviewedOutput | undefined => reviewedOutput.get(itemId),
  }
}

const toColumns = ({ name, text, reference, tags, mustNotFail, checks }: StandardInputFields) => ({
  name,
  text,
  key: inputKey(text),
  reference,
  tags: JSON.stringify(tags),
  mustNotFail: mustNotFail ? 1 : 0,
  checks: JSON.stringify(checks),
})

const fromRow = (row: InputRow | undefined): StandardInput | undefined => row && toInput(row)

const toInput = (row: InputRow): StandardInput => ({
  id: row.id,
  workflowId: row.workflow_id,
  position: row.position,
  rev: row.rev,
  itemId: row.item_id,
  name: row.name,
  text: row.text,
  reference: row.reference,
  tags: JSON.parse(row.tags) as StandardInput['tags'],
  mustNotFail: row.must_not_fail === 1,
  checks: JSON.parse(row.checks) as StandardInput['checks'],
})
