import type {
  ColumnMapping,
  DateOrder,
  ImportSummary,
  RowProblem,
} from '../../../../shared/contract/imports.ts'
import type { Db } from '../../db/open.ts'

export type ImportRow = {
  id: number
  workflow_id: number
  name: string
  content_sha: string
  format: ImportSummary['format']
  state: ImportSummary['state']
  imported_at: string
  row_count: number
  kept_count: number
  duplicate_count: number
  already_in_count: number
  other_month_count: number
  completed_count: number
}

export type Counts = {
  rowCount: number
  keptCount: number
  duplicateCount: number
  alreadyInCount: number
  otherMonthCount: number
  completedCount: number
}

type NewImport = {
  workflowId: number
  name: string
  contentSha: string
  format: ImportSummary['format']
  importedAt: string
}

/** How the columns of a file were read; `emptyColumns` held nothing then. */
export type Remembered = { mapping: ColumnMapping; dateOrder: DateOrder; emptyColumns: number[] }

export function createImportsRepository(db: Db) {
  const insert = db.prepare(`
    INSERT INTO imports (workflow_id, name, content_sha, format, state, imported_at, identity_rule)
    VALUES (:workflowId, :name, :contentSha, :format, 'running', :importedAt, 2)`)
  const setState = db.prepare('UPDATE imports SET state = ? WHERE id = ?')
  const finish = db.prepare(`
    UPDATE imports SET state = 'done', row_count = :rowCount, kept_count = :keptCount,
      duplicate_count = :duplicateCount, already_in_count = :alreadyInCount,
      other_month_count = :otherMonthCount, completed_count = :completedCount WHERE id = :id`)
  const byId = db.prepare<[number], ImportRow>('SELECT * FROM imports WHERE id = ?')
  const ofWorkflow = db.prepare<[number], ImportRow>(
    "SELECT * FROM imports WHERE workflow_id = ? AND state IN ('done', 'removed') ORDER BY id DESC",
  )
  const unfinished = db.prepare<[], { id: number }>("SELECT id FROM imports WHERE state = 'running'")
  const sameContent = db.prepare<[number, string], ImportRow>(
    "SELECT * FROM imports WHERE workflow_id = ? AND content_sha = ? AND state = 'done' ORDER BY id LIMIT 1",
  )
  const insertProblem = db.prepare(`
    INSERT INTO import_problems (import_id, row, column_name, reason, is_kept)
    VALUES (:importId, :row, :column, :reason, :isKept)`)
  const problems = db.prepare<
    [number, number],
    { row: number; column_name: string | null; reason: string; is_kept: 0 | 1 }
  >('SELECT * FROM import_problems WHERE import_id = ? ORDER BY id LIMIT ?')
  const problemCount = db.prepare<[number], { total: number }>(
    'SELECT count(*) AS total FROM import_problems WHERE import_id = ?',
  )
  const removeProblems = db.prepare('DELETE FROM import_problems WHERE import_id = ?')
  const remember = db.prepare(`
    INSERT INTO column_mappings (workflow_id, columns_sha, mapping, date_order, empty_columns)
    VALUES (:workflowId, :columnsSha, :mapping, :dateOrder, :emptyColumns)
    ON CONFLICT (workflow_id, columns_sha) DO UPDATE SET mapping = excluded.mapping,
      date_order = excluded.date_order, empty_columns = excluded.empty_columns`)
  const remembered = db.prepare<
    [number, string],
    { mapping: string; date_order: DateOrder; empty_columns: string }
  >(
    'SELECT mapping, date_order, empty_columns FROM column_mappings WHERE workflow_id = ? AND columns_sha = ?',
  )

  return {
    insert: (entry: NewImport) => Number(insert.run(entry).lastInsertRowid),
    setState: (id: number, state: ImportRow['state']) => setState.run(state, id),
    finish: (id: number, counts: Counts) => finish.run({ id, ...counts }),
    find: (id: number) => byId.get(id),
    ofWorkflow: (workflowId: number) => ofWorkflow.all(workflowId),
    unfinished: () => unfinished.all().map(({ id }) => id),
    sameContent: (workflowId: number, sha: string) => sameContent.get(workflowId, sha),
    insertProblems(importId: number, list: readonly RowProblem[]) {
      for (const { row, column, reason, kept } of list) {
        insertProblem.run({ importId, row, column, reason, isKept: kept ? 1 : 0 })
      }
    },
    problems: (importId: number, limit: number): RowProblem[] =>
      problems.all(importId, limit).map((row) => ({
        row: row.row,
        column: row.column_name,
        reason: row.reason,
        kept: row.is_kept === 1,
      })),
    problemCount: (importId: number) => problemCount.get(importId)?.total ?? 0,
    removeProblems: (importId: number) => removeProblems.run(importId),
    remember(workflowId: number, columnsSha: string, { mapping, dateOrder, emptyColumns }: Remembered) {
      const written = { mapping: JSON.stringify(mapping), emptyColumns: JSON.stringify(emptyColumns) }
      remember.run({ workflowId, columnsSha, dateOrder, ...written })
    },
    remembered(workflowId: number, columnsSha: string): Remembered | undefined {
      const row = remembered.get(workflowId, columnsSha)
      return (
        row && {
          mapping: JSON.parse(row.mapping) as ColumnMapping,
          dateOrder: row.date_order,
          emptyColumns: JSON.parse(row.empty_columns) as number[],
        }
      )
    },
  }
}

export type ImportsRepository = ReturnType<typeof createImportsRepository>
