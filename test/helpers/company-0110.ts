import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { createTestApp } from './test-app.ts'

export const fixture = (name: string) => readFileSync(join(import.meta.dirname, '..', 'fixtures', name))

/** An owner's company as schema 0110 left it, opened by the code of today on the day it was kept. */
export function companyOf0110() {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-0110-'))
  writeFileSync(join(dataDir, 'evenkeel.db'), gunzipSync(fixture('company-0110.db.gz')))
  return createTestApp({ dataDir, today: '2026-11-21' })
}
