import type { Db } from '../../db/open.ts'

/** What only describes a workflow or waits to be reviewed, in the order it can go. */
const belongings = [
  'DELETE FROM import_problems WHERE import_id IN (SELECT id FROM imports WHERE workflow_id = ?)',
  'DELETE FROM output_completions WHERE import_id IN (SELECT id FROM imports WHERE workflow_id = ?)',
  'DELETE FROM outputs WHERE workflow_id = ?',
  'DELETE FROM imports WHERE workflow_id = ?',
  'DELETE FROM column_mappings WHERE workflow_id = ?',
  'DELETE FROM standards WHERE standards_version_id IN (SELECT id FROM standards_versions WHERE workflow_id = ?)',
  'DELETE FROM standards_versions WHERE workflow_id = ?',
  'DELETE FROM standard_inputs WHERE workflow_id = ?',
  'DELETE FROM input_sets WHERE workflow_id = ?',
  'DELETE FROM skipped_months WHERE workflow_id = ?',
  'DELETE FROM data_dependencies WHERE workflow_id = ?',
  'DELETE FROM register_entries WHERE workflow_id = ?',
  'DELETE FROM workflows WHERE id = ?',
]

/** What is a record of work, each with how it is named to the owner. */
const records = [
  ['a review', 'reviews'],
  ['a change', 'change_workflows'],
  ['a prompt or a model', 'documents'],
  ['a release', 'releases'],
  ['a signal', 'signals'],
  ['an incident', 'incidents'],
  ['a model test', 'model_test_workflows'],
] as const

/** Takes a workflow out with what came in for it; its record is what keeps it. */
export function createRemoval(db: Db) {
  const kept = records.map(([name, table]) => ({
    name,
    has: db.prepare<[number], 1>(`SELECT 1 FROM ${table} WHERE workflow_id = ? LIMIT 1`).pluck(),
  }))
  const deletes = belongings.map((sql) => db.prepare<[number]>(sql))
  return {
    /** What stands in the record of a workflow: 'a review', 'a change'. */
    recordsOf: (id: number): string[] =>
      kept.flatMap(({ name, has }) => (has.get(id) === undefined ? [] : name)),
    remove(id: number) {
      for (const each of deletes) each.run(id)
    },
  }
}
