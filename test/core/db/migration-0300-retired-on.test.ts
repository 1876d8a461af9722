import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { migrate } from '../../../electron/core/db/migrate.ts'
import { migrations } from '../../../electron/core/db/migrations/index.ts'
import { openDatabase } from '../../../electron/core/db/open.ts'
import { temporaryFolder } from './db-helpers.ts'

it('step 300 takes the last day of a retired workflow from the log', async () => {
  const db = openDatabase(join(temporaryFolder(), 'evenkeel.db'))
  onTestFinished(() => void db.close())
  await migrate(
    db,
    migrations.filter(({ number }) => number < 300),
  )
  const workflow = (id: number, stage: string) =>
    `(${id}, 'W${id}', '', '', '', '', '${stage}', 'minutes', 0.15, 0.2, 10, '2026-01-05T08:00:00.000Z')`
  const update = (day: string, before: string, after: string) =>
    `('${day}T09:00:00.000Z', '', 'owner', 'update', 'workflow', '1', '{"stage":"${before}"}', '{"stage":"${after}"}', '', '', '')`
  db.exec(`
    INSERT INTO workflows (id, name, purpose, process_owner, vendor, model, stage, measure, target_line,
      update_line, sample_size, created_at)
      VALUES ${workflow(1, 'retired')}, ${workflow(2, 'production')}, ${workflow(3, 'retired')};
    INSERT INTO audit (at, zone, actor, action, entity, entity_id, before, after, row_sha, prev, hash) VALUES
      ${update('2026-06-30', 'production', 'retired')}, ${update('2026-07-02', 'retired', 'production')},
      ${update('2026-09-14', 'production', 'retired')}, ${update('2026-10-01', 'retired', 'retired')};`)
  await migrate(db, migrations)
  expect(db.prepare('SELECT id, retired_on FROM workflows').raw().all()).toEqual([
    [1, '2026-09-14'],
    [2, null],
    // It was never in use here.
    [3, '2026-01-05'],
  ])
})
