import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { newMigration } from '../../../build/new-migration.ts'
import { verifyMigrations } from '../../../build/verify-migrations.ts'
import { assertOrder } from '../../../electron/core/db/migrate.ts'
import { migrations } from '../../../electron/core/db/migrations/index.ts'
import type { Migration } from '../../../electron/core/db/migrations/migration.ts'
import { createTestApp } from '../../helpers/test-app.ts'

const folder = 'electron/core/db/migrations'
const next = (migrations.length + 1) * 10

/** A tree with the migrations of today and nothing else. */
function aTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'evenkeel-tree-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  cpSync(join(import.meta.dirname, '../../..', folder), join(root, folder), { recursive: true })
  mkdirSync(join(root, 'test/core/db'), { recursive: true })
  return root
}

it('a new step has the next number, stands in the list, and has a test', async () => {
  const root = aTree()
  const [step = '', test = ''] = newMigration(root, 'board-notes')
  expect(step).toBe(`${folder}/${String(next).padStart(4, '0')}-board-notes.ts`)
  const list = (await import(/* @vite-ignore */ pathToFileURL(join(root, folder, 'index.ts')).href)) as {
    migrations: readonly Migration[]
  }
  expect(list.migrations.at(-1)).toMatchObject({ number: next, name: 'board-notes' })
  expect(() => assertOrder(list.migrations)).not.toThrow()
  expect(readFileSync(join(root, test), 'utf8')).toContain(`step ${next}, board-notes`)
})

it.each(['Board notes', 'board_notes', '../notes', 'model-tests'])('refuses the name %s', (name) => {
  expect(() => newMigration(aTree(), name)).toThrow()
})

it('all steps run on the company kept from step 110, with every row whole', async () => {
  const { from, to, rows } = await verifyMigrations()
  expect({ from, to }).toEqual({ from: 110, to: migrations.length * 10 })
  expect(rows).toBeGreaterThan(100)
})

it('a database given by its path is left as it was', async () => {
  await using app = await createTestApp()
  await app.close()
  const path = join(app.dataDir, 'evenkeel.db')
  const before = readFileSync(path)
  await expect(verifyMigrations(path)).resolves.toMatchObject({ to: migrations.length * 10 })
  expect(readFileSync(path).equals(before)).toBe(true)
})

it('rows that refer to nothing are found', async () => {
  await using app = await createTestApp()
  await app.close()
  const path = join(app.dataDir, 'evenkeel.db')
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  db.exec('INSERT INTO retired_finds VALUES (99, 99, 0)')
  db.close()
  await expect(verifyMigrations(path)).rejects.toThrow()
})
