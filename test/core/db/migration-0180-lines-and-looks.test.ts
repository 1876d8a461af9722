import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../../electron/core/db/migrate.ts'
import { migrations } from '../../../electron/core/db/migrations/index.ts'
import { openDatabase } from '../../../electron/core/db/open.ts'
import { temporaryFolder } from './db-helpers.ts'

it('step 180 takes lines of time from text workflows that nobody gave them to, and keeps what was said', async () => {
  const db = openDatabase(join(temporaryFolder(), 'evenkeel.db'))
  onTestFinished(() => void db.close())
  await migrate(
    db,
    migrations.filter(({ number }) => number < 180),
  )
  const workflow = (id: number, measure: string, target: number) =>
    `(${id}, 'W${id}', '', '', '', '', 'production', '${measure}', ${target}, 0.2, 10, '')`
  db.exec(`
    INSERT INTO workflows (id, name, purpose, process_owner, vendor, model, stage, measure, target_line,
      update_line, sample_size, created_at)
      VALUES ${workflow(1, 'text', 0.15)}, ${workflow(2, 'text', 0.18)}, ${workflow(3, 'minutes', 0.15)},
        ${workflow(4, 'text', 0.15)};
    INSERT INTO audit (at, zone, actor, action, entity, entity_id, before, after, row_sha, prev, hash)
      VALUES ('', '', 'owner', 'update', 'workflow', '4', '{"targetLine":0.1,"updateLine":0.2}',
        '{"targetLine":0.15,"updateLine":0.2}', '', '', '');
    INSERT INTO standards_versions (id, workflow_id, version, created_at) VALUES (1, 1, 1, '');
    INSERT INTO reviews (id, workflow_id, month, state, standards_version_id, measure, target_line, update_line,
      draw_method, output_count, pool_count, sample_size, drawn_at, cursor, finished_at, status) VALUES
      (1, 1, '2026-09', 'finished', 1, 'text', 0.15, 0.2, 'random', 30, 30, 10, '', '{}', '', 'watch'),
      (2, 1, '2026-10', 'open', 1, 'text', 0.15, 0.2, 'random', 30, 30, 10, '', '{}', NULL, NULL),
      (3, 2, '2026-10', 'open', 1, 'text', 0.18, 0.2, 'random', 30, 30, 10, '', '{}', NULL, NULL);
    INSERT INTO findings (review_id, cause, computed_at, rule_version, finding)
      VALUES (1, 'finish', '', 1, '{"status":"watch"}');`)
  await migrate(db, migrations)
  const rows = (sql: string) => db.prepare(sql).raw().all()
  // The third is measured by time; the fourth was given its lines, so they are hers.
  expect(rows('SELECT id, target_line, update_line FROM workflows')).toEqual([
    [1, null, null],
    [2, 0.18, 0.2],
    [3, 0.15, 0.2],
    [4, 0.15, 0.2],
  ])
  expect(rows('SELECT id, target_line, status, second_of FROM reviews')).toEqual([
    [1, 0.15, 'watch', null],
    [2, null, null, null],
    [3, 0.18, null, null],
  ])
  expect(rows('SELECT review_id, cause, finding FROM findings')).toEqual([
    [1, 'finish', '{"status":"watch"}'],
  ])
  expect(() => db.exec("UPDATE findings SET cause = 'recompute'")).toThrow('immutable')
})
