import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyChain } from '../../../electron/core/db/audit.ts'
import { aReview, aWorkflow, first, judge, marksOf, toCsv } from '../../helpers/builders.ts'
import { createTestApp } from '../../helpers/test-app.ts'

const month = '2026-11'
const texts: [string, string][] = [
  ['emoji of several parts', 'Danke 👩🏽‍💻🇸🇪 bis bald 👨‍👩‍👧‍👦'],
  ['right-to-left text with marks', 'שלום \u200fעולם\u200e و مرحبا\u202eabc\u202c'],
  ['Chinese and Japanese', '您好，感谢您的来信。価格は一万円です。'],
  ['accents built from parts', 'Cafe\u0301 Zoe\u0308 ﬁne'],
  ['lines, tabs and trailing space', '\tFirst\n\n  Second  \n'],
  ['what looks like code', `<script>alert(1)</script>'; DROP TABLE outputs; -- {{x}} \${y} %s \\n`],
  ['a NUL in the middle', 'before\u0000after'],
  ['3,000 words', Array.from({ length: 3000 }, (_, at) => `w${at % 700}`).join(' ')],
]

describe.each(texts)('%s', (_what, text) => {
  it('comes back from a review, a note and the change log as it went in', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow({ sampleSize: 3 }))
    const pair = { request: text, aiText: `Dear ${text}`, finalText: `Hello ${text}` }
    await app.client.imports.paste({ workflowId, month, pairs: [pair] })
    const { reviewId } = await app.client.reviews.draw({ workflowId, month })
    const { items } = await app.client.reviews.get({ reviewId })
    const item = first(items)
    // The field trims its ends; everything between stays.
    expect(item.output).toMatchObject({ ...pair, aiText: `Dear ${text}`.trim() })

    const marks = marksOf(item, ['not_met', 'met', 'met']).map((mark) =>
      mark.verdict === 'not_met' ? { ...mark, note: text, section: text } : mark,
    )
    await judge(app.client, item, { marks, note: text })
    const change = {
      onDate: app.clock.today(),
      workflowIds: [workflowId],
      kind: 'other' as const,
      what: 'Texts',
    }
    await app.client.changes.create({ ...change, from: `${text}.`, to: `.${text}.`, why: 'To see.' })

    await app.restart()
    const again = (await app.client.reviews.get({ reviewId })).items[0]
    expect({ note: again?.note, marks: again?.marks }).toEqual({ note: text, marks })
    expect(await app.client.changes.get({ number: 1 })).toMatchObject({
      from: `${text}.`.trimStart(),
      to: `.${text}.`,
    })
    await app.client.reviews.undo({ reviewId })
    expect((await app.client.reviews.get({ reviewId })).items[0]).toMatchObject({
      note: '',
      marks: item.marks,
    })
    expect(app.inspect(verifyChain)).toMatchObject({ ok: true })
  })
})

describe('half a character, as a cut emoji leaves', () => {
  const half = 'Zu spät \ud83d'

  it('does no harm to the activity log wherever it is typed, and the app opens again', async () => {
    await using app = await createTestApp()
    const standards = [{ name: half, description: half, isMustPass: false }]
    const review = await aReview(app.client, { outputs: 3, workflow: { name: half, standards } })
    const item = first(review.items)
    const [mark] = marksOf(item, 'not_met')
    if (mark) {
      const marks = [{ ...mark, issueType: half, section: half, note: half }]
      const saved = await app.client.reviews.save({
        itemId: item.id,
        rev: item.rev,
        patch: { marks, note: half },
      })
      expect(saved.item.note).toBe('Zu spät \ufffd')
      await app.client.reviews.save({
        itemId: item.id,
        rev: saved.item.rev,
        patch: { marks: [{ ...mark, issueType: `${half}!` }] },
      })
    }
    expect(app.inspect(verifyChain)).toMatchObject({ ok: true })
    await app.restart()
    expect((await app.client.reviews.get({ reviewId: review.id })).items[0]?.note).toBe('Zu spät \ufffd')
  })

  it('in a file does no harm either', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow({ sampleSize: 3 }))
    const rows = ['One reply.', 'Another reply.'].map((aiText) =>
      JSON.stringify({ aiText: `${aiText} \ud83d` }),
    )
    const summary = await app.importFile(`${'😀'.repeat(128)}.jsonl`, rows.join('\n'), {
      workflowId,
      mapping: { aiText: 0 },
    })
    expect(summary).toMatchObject({ keptCount: 2 })
    const { fileId } = await app.client.exports.importProblems({ importId: summary.id })
    expect((await app.fetch(`/files/${fileId}`)).status).toBe(200)
    expect(app.inspect(verifyChain)).toMatchObject({ ok: true })
  })
})

describe('the log file', () => {
  it('holds stacks and never the owner’s texts', async () => {
    await using app = await createTestApp()
    const secret = 'Confidential offer to Hartmann'
    await aReview(app.client, { outputs: 3, workflow: { name: secret } })
    const rows = [
      { 'AI text': secret, Date: '2026-11-01' },
      { 'AI text': `${secret} two`, Date: secret },
    ]
    await app.importFile(`${secret}.csv`, toCsv(rows), { workflowId: 1 })
    await app.close()
    await app.client.workflows.create(aWorkflow({ name: `${secret} again` })).catch(() => {})
    const folder = join(app.dataDir, 'logs')
    const log = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n')
    expect(log).toContain('The database connection is not open')
    expect(log).not.toContain(secret)
  })
})
