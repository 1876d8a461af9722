import { existsSync, writeFileSync } from 'node:fs'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { writeZip, type ZipEntry } from '../../../electron/core/export/pack/zip.ts'
import type { ListAsked } from '../../../shared/contract/reports/exports.ts'
import { aReview, finishReview } from '../../helpers/builders.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { faultsOf, partsOf } from '../../helpers/workbook-parts.ts'
import { temporaryPath } from './workbook-reader.ts'

async function saved(app: TestApp, asked: ListAsked, format: 'xlsx' | 'csv') {
  const { fileId, name } = await app.client.exports.list({ list: asked, format })
  const path = temporaryPath()
  writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()))
  return { name, path, text: () => app.fetch(`/files/${fileId}`).then((response) => response.text()) }
}

const rowsOf = (csv: string) =>
  Papa.parse<Record<string, string>>(csv.replace('\uFEFF', ''), { header: true }).data

describe('a list', () => {
  it('of signals is a workbook and CSV, with the words of the screen and no formula from a text', async () => {
    await using app = await createTestApp()
    const noted = { kind: 'feedback' as const, onDate: '2026-11-20', workflowId: null, sectionId: null }
    for (let n = 1; n <= 101; n++) await app.client.signals.record({ ...noted, text: `=cmd ${n}` })
    const csv = await saved(app, { kind: 'signals' }, 'csv')
    expect(csv.name).toBe('evenkeel-signals-2026-11-21.csv')
    const rows = rowsOf(await csv.text()).filter((row) => row.Date !== '')
    expect(rows).toHaveLength(101)
    expect(rows[0]).toMatchObject({ Kind: 'Team feedback', State: 'Open' })
    expect(rows.every((row) => row['What came up']?.startsWith("'=cmd"))).toBe(true)
    const book = await saved(app, { kind: 'signals' }, 'xlsx')
    expect(await faultsOf(book.path)).toEqual([])
  })

  it('of several tables is a .zip of CSV, one for each', async () => {
    await using app = await createTestApp()
    await aReview(app.client)
    const { name, path } = await saved(app, { kind: 'register' }, 'csv')
    expect(name).toBe('evenkeel-register-2026-11-21.zip')
    const parts = await partsOf(path)
    expect([...parts.keys()]).toEqual(['Register.csv', 'Data.csv', 'Incidents.csv', 'Guide.csv'])
    expect(rowsOf(parts.get('Register.csv') ?? '')[0]).toMatchObject({
      Workflow: 'Customer replies',
      Stage: 'Production',
    })
  })

  it('of changes names who recorded each, and says a shared effect only of one that is shared', async () => {
    await using app = await createTestApp()
    const { client } = app
    await client.company.create({ name: 'Northwind', ownerName: 'Dana Smith' })
    const { id, workflowId } = await aReview(client, { month: '2026-09' })
    await finishReview(client, id)
    const what = { kind: 'other' as const, what: 'Tone', from: '', to: '', why: 'Asked for' }
    await client.changes.create({ ...what, onDate: '2026-06-01', workflowIds: [workflowId] })
    app.clock.moveTo('2026-11-22')
    await client.company.update({ name: 'Northwind', ownerName: 'Ana Lind' })
    await client.changes.create({ ...what, onDate: '2026-11-20', workflowIds: [workflowId] })
    const rows = rowsOf(await (await saved(app, { kind: 'changes' }, 'csv')).text())
    const byHand = rows.filter((row) => row.What === 'Tone')
    expect(byHand.map((row) => [row.Date, row['Recorded by'], row['Shared effect']])).toEqual([
      ['2026-06-01', 'Dana Smith', ''],
      ['2026-11-20', 'Ana Lind', ''],
    ])
  })
})

describe('a zip', () => {
  it('holds texts and files as they are, whatever their names', async () => {
    const [inner, outer] = [temporaryPath(), temporaryPath()]
    writeFileSync(inner, 'as it is')
    const text = 'ä'.repeat(200_000)
    await writeZip(outer, [
      { name: 'Prüfung/über – 日本.md', content: async () => Buffer.from(text) },
      { name: 'made.xlsx', content: { path: inner } },
    ])
    expect([...(await partsOf(outer))]).toEqual([
      ['Prüfung/über – 日本.md', text],
      ['made.xlsx', 'as it is'],
    ])
  })

  it('leaves nothing behind when it is stopped', async () => {
    const path = temporaryPath()
    const abort = new AbortController()
    function* entries(): Generator<ZipEntry> {
      yield { name: 'one.md', content: async () => Buffer.from('one') }
      abort.abort()
      yield { name: 'two.md', content: async () => Buffer.from('two') }
    }
    await expect(writeZip(path, entries(), { signal: abort.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    expect([existsSync(path), existsSync(`${path}.tmp`)]).toEqual([false, false])
  })
})
