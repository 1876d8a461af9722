import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../../helpers/test-app.ts'
import { encodingMembers } from './encodings.ts'
import { imported } from './imported.ts'
import { markupMembers } from './markup.ts'
import { otherMembers } from './others.ts'
import { recordMembers } from './records.ts'
import { rowMembers } from './rows.ts'
import { workbookMembers } from './workbooks.ts'

/** Other members of each kind of real exports, with made-up content, through the path an owner's file takes. */
describe('a file as it is in the wild', () => {
  let app: TestApp
  beforeAll(async () => {
    app = await createTestApp()
  })
  afterAll(() => app.dispose())

  it.each([
    ...rowMembers,
    ...recordMembers,
    ...encodingMembers,
    ...markupMembers,
    ...workbookMembers,
    ...otherMembers,
  ])('%s (%s)', async (kind, name, content, kept, problems = 0) => {
    const { outputs, summary } = await imported(app, name, content, kind)
    expect(outputs).toEqual(kept)
    expect(summary.problemCount).toBe(problems)
  })
})
