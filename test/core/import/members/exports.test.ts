import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../../helpers/test-app.ts'
import { imported, type Kept } from './imported.ts'

/** What the files of a folder hold, as it has to be kept: each by its name, with the number of rows that are told. */
type Expected = Record<string, { what: string; kept: Kept[]; problems?: number }>

const exports = join(import.meta.dirname, '../../../fixtures/exports')
const kinds = readdirSync(exports)

/** Exports as the tools of others write them, with made-up content, through the path an owner's file takes. */
describe.each(kinds)('%s', (kind) => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp({ today: '2026-06-21' })
  })
  afterAll(() => app.dispose())
  const expected: Expected = JSON.parse(readFileSync(join(exports, kind, 'expected.json'), 'utf8'))

  it.each(Object.entries(expected))('%s', async (name, { what, kept, problems = 0 }) => {
    const { outputs, summary } = await imported(app, name, readFileSync(join(exports, kind, name)), what)
    expect(outputs).toEqual(kept)
    expect(summary.problemCount).toBe(problems)
  })

  it('has its expectation beside every file', () => {
    const files = readdirSync(join(exports, kind)).filter((name) => name !== 'expected.json')
    expect(Object.keys(expected).toSorted()).toEqual(files.toSorted())
  })
})
