import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../shared/domain/effects/standing.ts'
import { aWorkflow, toCsv } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

async function withWorkflows() {
  const app = await createTestApp()
  await app.client.workflows.create(aWorkflow())
  await app.client.workflows.create(aWorkflow({ name: 'Adverts' }))
  return app
}

/** Imports a log with the guess of its preview. */
async function importLog(
  { client, upload, outcomeOf }: TestApp,
  content: string | Uint8Array,
  name = 'log.csv',
) {
  const fileId = await upload(name, content)
  const { guess, dateOrder } = await client.changes.previewLog({ fileId })
  return outcomeOf(client.changes.importLog({ fileId, mapping: guess, dateOrder }))
}

/** An entry that was there before, so that numbers differ from those of the file. */
const aLineFirst = 'Date,What\r\n2026-10-01,An entry of its own\r\n'

const everything = { workflowId: null, search: '', offset: 0 }

async function exported(app: TestApp, format: 'csv' | 'xlsx'): Promise<Uint8Array> {
  const { fileId } = await app.client.exports.list({ list: { kind: 'changes' }, format })
  return new Uint8Array(await (await app.fetch(`/files/${fileId}`)).arrayBuffer())
}

/** What an entry says, without the number and the instant it got here. */
async function entriesOf({ client }: TestApp) {
  const { rows } = await client.changes.list(everything)
  return rows.map(({ number: _number, recordedAt: _at, effects, ...entry }) => ({
    ...entry,
    recorded: effects.map(({ recordedBefore, recordedAfter }) => [recordedBefore, recordedAfter]),
  }))
}

const aLine = (values: Record<string, string>) => ({
  Date: '2026-03-02',
  Workflow: 'Adverts',
  What: 'Tone',
  ...values,
})

describe('rows of a log that say the same', () => {
  const log = (modules: readonly string[]) =>
    [
      'Date,Use case,Module,Change',
      ...modules.map((name) => `2026-03-02,,${name},Corrected a small typo`),
    ].join('\n')

  it('are entries of their own where anything in them differs, and come in once', async () => {
    await using app = await withWorkflows()
    const first = await importLog(app, log(['Greeting', 'Refund', 'Refund', 'Delivery']))
    const again = await importLog(app, log(['Greeting', 'Refund', 'Delivery']))
    const longer = await importLog(app, log(['Greeting', 'Refund', 'Delivery', 'Farewell']))
    expect([first, again, longer].map(({ kept, alreadyIn }) => [kept, alreadyIn])).toEqual([
      [3, 1],
      [0, 3],
      [1, 3],
    ])
  })

  const real = new URL('../../../../shared/data/cases/log-same-date-same-text.csv', import.meta.url)
  it.skipIf(!existsSync(real))(
    'are four in the case (skipped where ../shared/data/cases is absent)',
    async () => {
      await using app = await withWorkflows()
      expect(await importLog(app, readFileSync(real))).toMatchObject({ kept: 4, alreadyIn: 0 })
    },
  )

  it('are read with the columns of a log of its own: quality, author, approved', async () => {
    await using app = await withWorkflows()
    const csv =
      'Date,Change,Author,Approved,Quality before,Quality after\n2026-03-02,Tone,Ana,Ben,70 %,80 %\n'
    const { guess } = await app.client.changes.previewLog({ fileId: await app.upload('log.csv', csv) })
    expect(guess).toEqual({ onDate: 0, what: 1, decidedBy: 2, approvedBy: 3, before: 4, after: 5 })
  })
})

describe('an existing change log', () => {
  it('is looked into first: columns, guess and order of dates', async () => {
    await using app = await withWorkflows()
    const csv = toCsv([
      { Datum: '02/25/2026', System: 'Adverts', Änderung: 'Ton', Grund: 'Zu steif', Vorher: '15 %' },
      { Datum: '03/02/2026', System: 'Adverts', Änderung: 'Preise', Grund: '', Vorher: '' },
    ])
    const preview = await app.client.changes.previewLog({ fileId: await app.upload('log.csv', csv) })
    expect(preview).toMatchObject({
      ...{ format: 'csv', dates: [{ column: 0, evidence: 'proven', order: 'month-first' }] },
      sheets: [],
      found: { headerRows: [1], left: [] },
      columns: [
        { index: 0, name: 'Datum', samples: ['02/25/2026', '03/02/2026'], filled: 2 },
        { index: 1, name: 'System', samples: ['Adverts', 'Adverts'], filled: 2 },
        { index: 2, name: 'Änderung', samples: ['Ton', 'Preise'], filled: 2 },
        { index: 3, name: 'Grund', samples: ['Zu steif'], filled: 1 },
        { index: 4, name: 'Vorher', samples: ['15 %'], filled: 1 },
      ],
      rowCount: 2,
      guess: { onDate: 0, workflow: 1, what: 2, why: 3, before: 4 },
      dateOrder: 'month-first',
    })
    expect((await app.client.changes.list(everything)).total).toBe(0)
  })

  it('comes in with figures as they were recorded by hand, oldest first', async () => {
    await using app = await withWorkflows()
    const lines = [
      aLine({ Date: '2026-03-02', Kind: 'Modell', Before: '15', After: '0,12', 'Decided by': 'Mia' }),
      aLine({ Date: '2026-02-01', Kind: 'Prompt', Before: '17,8 %', After: '', 'Decided by': '' }),
    ]
    expect(await importLog(app, toCsv(lines))).toMatchObject({ kept: 2, alreadyIn: 0, problems: [] })
    const { rows } = await app.client.changes.list(everything)
    expect(
      rows.map(({ number, kind, decidedBy, effects: [effect] }) => [
        number,
        kind,
        decidedBy,
        effect?.recordedBefore,
        effect?.recordedAfter,
        effect && standingOf(effect),
      ]),
    ).toEqual([
      [2, 'model', 'Mia', 0.15, 0.12, 'cannot_be_told'],
      [1, 'prompt', '', 0.178, null, 'waiting'],
    ])
  })

  it('lists what it cannot read by row and column, and keeps the rest', async () => {
    await using app = await withWorkflows()
    const lines = [
      aLine({ Date: '' }),
      aLine({ Date: 'last week' }),
      aLine({ Date: '2027-01-01' }),
      aLine({ What: ' ' }),
      aLine({ Workflow: 'Proposals' }),
      aLine({ Workflow: 'Adverts, Proposals', What: 'Half known' }),
      aLine({ Kind: 'Data', What: 'Odd kind' }),
      aLine({ Before: 'about 15', What: 'Odd figure' }),
      aLine({ Workflow: '', What: 'About the company' }),
    ].map((line) => ({ ...line, Kind: '', Before: '', ...line }))
    const { kept, alreadyIn, problems } = await importLog(app, toCsv(lines))
    expect({ kept, alreadyIn }).toEqual({ kept: 4, alreadyIn: 0 })
    expect(problems.map(({ row, column, reason, kept }) => [row, column, kept, reason])).toEqual([
      [2, 'Date', false, 'The date is missing, so the row was left out.'],
      [3, 'Date', false, '"last week" is not a date Evenkeel can read. Write it as 2026-03-31.'],
      [4, 'Date', false, '"2027-01-01" is in the future, so the row was left out.'],
      [5, 'What', false, 'What changed is missing, so the row was left out.'],
      [
        6,
        'Workflow',
        false,
        'There is no workflow "Proposals" here. Add it, then import the file again: only what is missing is brought in.',
      ],
      [
        7,
        'Workflow',
        true,
        'There is no workflow "Proposals" here. Add it, then import the file again: only what is missing is brought in.',
      ],
      [8, 'Kind', true, '"Data" is not a kind Evenkeel knows, so it was kept as Other.'],
      [9, 'Before', true, '"about 15" is not a percentage. Write it as 15% or 0.15.'],
    ])
    const { rows } = await app.client.changes.list(everything)
    expect(rows.map(({ what, workflowNames }) => [what, workflowNames])).toEqual([
      ['About the company', []],
      ['Odd figure', ['Adverts']],
      ['Odd kind', ['Adverts']],
      ['Half known', ['Adverts']],
    ])
  })

  it('may hold dates in two formats: each is read by itself, and one that fits both is listed', async () => {
    await using app = await withWorkflows()
    const dates = ['25/03/2026', '03/26/2026', '04/05/2026', '2026-06-07', '8. März 2026', '06/06/2026']
    const csv = toCsv(dates.map((date, index) => aLine({ Date: date, What: `Change of ${index}` })))
    const { kept, problems } = await importLog(app, csv)
    expect([kept, problems]).toEqual([
      6,
      [
        {
          row: 4,
          column: 'Date',
          reason:
            '"04/05/2026" fits both orders of day and month, and this file holds both. It was read as 2026-05-04: check it.',
          kept: true,
        },
      ],
    ])
    const { rows } = await app.client.changes.list(everything)
    expect(rows.map(({ onDate }) => onDate)).toEqual([
      '2026-06-07',
      '2026-06-06',
      '2026-05-04',
      '2026-03-26',
      '2026-03-25',
      '2026-03-08',
    ])
  })

  it('adds nothing the second time, and a row only where it is new', async () => {
    await using app = await withWorkflows()
    const lines = [
      aLine({ Workflow: 'Adverts' }),
      aLine({ Workflow: 'Customer replies' }),
      aLine({ What: 'Price list' }),
      aLine({ What: 'Price list' }),
    ]
    expect(await importLog(app, toCsv(lines))).toMatchObject({ kept: 3, alreadyIn: 1, problems: [] })
    expect(await importLog(app, toCsv([...lines, aLine({ What: 'Terms' })]))).toMatchObject({
      kept: 1,
      alreadyIn: 4,
      problems: [],
    })
    const { rows } = await app.client.changes.list(everything)
    expect(rows.map(({ what, workflowNames }) => [what, workflowNames])).toEqual([
      ['Terms', ['Adverts']],
      ['Price list', ['Adverts']],
      ['Tone', ['Adverts', 'Customer replies']],
    ])
  })

  it.each([
    ['no date', { what: 2 }, 'mapping.onDate'],
    ['nothing that changed', { onDate: 0 }, 'mapping.what'],
  ])('is refused with %s', async (_what, mapping, field) => {
    await using app = await withWorkflows()
    const fileId = await app.upload('log.csv', toCsv([aLine({})]))
    const call = app.client.changes.importLog({ fileId, mapping, dateOrder: 'day-first' })
    expect(await refusal(call)).toMatchObject({ code: 'INVALID_INPUT', fields: [field] })
  })

  it.each([
    [
      'holds a header only',
      'log.csv',
      'Date,What\r\n',
      '"log.csv" holds no rows below its header, so there is no log in it.',
    ],
    [
      'is no table',
      'log.json',
      '[{"Date":"2026-01-01","What":"x"}]',
      '"log.json" is not a table. Save it as CSV or .xlsx and choose that file.',
    ],
  ])('that %s ends in a sentence', async (_what, name, content, message) => {
    await using app = await withWorkflows()
    const fileId = await app.upload(name, content)
    expect(await refusal(app.client.changes.previewLog({ fileId }))).toMatchObject({
      code: 'INVALID_INPUT',
      message,
    })
  })
})

describe('the log as Evenkeel saves it', () => {
  async function withChanges() {
    const app = await withWorkflows()
    const change = {
      onDate: '2026-11-20',
      workflowIds: [1, 2],
      kind: 'foundation' as const,
      what: 'Said "quotes", and; semicolons',
      from: '=1+1\n@sum "quoted"\n\n  indented',
      to: "'=kept\tapostrophe 😀",
      why: '-5 % more, 3 lines\n+ one\nÄÖÜ',
      decidedBy: '=Mia',
      approvedBy: 'Jonas, Weber',
    }
    await app.client.changes.create(change)
    await app.client.changes.create({ ...change, what: '03/04/2026', workflowIds: [2], kind: 'model' })
    await importLog(app, toCsv([aLine({ Before: '120%', After: '17.8%' })]))
    return app
  }

  it.each(['csv', 'xlsx'] as const)('comes back from %s without adding anything', async (format) => {
    await using app = await withChanges()
    const before = await entriesOf(app)
    const name = `log.${format}`
    expect(await importLog(app, await exported(app, format), name)).toMatchObject({
      kept: 0,
      // One has a row for each of its workflows: on one of them its effect is shared.
      alreadyIn: 4,
      problems: [],
    })
    expect(await entriesOf(app)).toEqual(before)
  })

  it.each(['csv', 'xlsx'] as const)('moves to another company by %s without a difference', async (format) => {
    await using app = await withChanges()
    await using other = await withWorkflows()
    expect(await importLog(other, await exported(app, format), `log.${format}`)).toMatchObject({
      kept: 4,
      alreadyIn: 0,
      problems: [],
    })
    expect(await entriesOf(other)).toEqual(await entriesOf(app))
  })

  /** A log as another version of Evenkeel would save it: its first line in words of its own. */
  const renamed = (log: Uint8Array, words: Readonly<Record<string, string>>) => {
    const [header = '', ...rest] = new TextDecoder().decode(log).replace('\uFEFF', '').split('\r\n')
    return [
      header
        .split(',')
        .map((name) => words[name] ?? name)
        .join(','),
      ...rest,
    ].join('\r\n')
  }

  it.each([
    ['of before there were codes', { 'evenkeel:change': 'Note' }],
    [
      'whose columns are called otherwise',
      {
        Number: 'No.',
        'Rolled back by': 'Undone by',
        'Recorded by': 'Writer',
        Date: 'Day',
        Verdict: 'Effect',
      },
    ],
  ])('is known again by a log %s', async (_name, words) => {
    await using app = await withChanges()
    const documents = documentsOf(app)
    const model = await documents.model(1, 'Vendor: A\nModel: one', '2026-11-01')
    const again = await documents.again(model, 'Vendor: A\nModel: two', '2026-11-02')
    const first = again.versions.find(({ number }) => number === 1)
    await app.client.documents.goBack({ versionId: first?.id ?? 0, ...approval('2026-11-03') })
    await using other = await withWorkflows()
    await importLog(other, aLineFirst, 'earlier.csv')
    const log = renamed(await exported(app, 'csv'), words)
    expect(await importLog(other, log)).toMatchObject({ kept: 7, alreadyIn: 0, problems: [] })
    const { rows } = await other.client.changes.list(everything)
    const goneBack = rows.filter(({ reverts }) => reverts !== null)
    expect(goneBack).toHaveLength(1)
    expect(rows.find(({ revertedBy }) => revertedBy !== null)).toMatchObject({
      number: goneBack[0]?.reverts,
      revertedBy: goneBack[0]?.number,
      to: 'Vendor: A\nModel: two',
    })
    // 1.2 as a fraction is 120 %; written by hand it would be 1.2 %.
    const shares = rows.flatMap(({ effects }) => effects.map(({ recordedBefore }) => recordedBefore))
    expect(shares).toContain(1.2)
  })

  it.each(['csv', 'xlsx'] as const)('keeps by %s what went back on what', async (format) => {
    await using app = await withWorkflows()
    const { client } = app
    const documents = documentsOf(app)
    const model = await documents.model(1, 'Vendor: A\nModel: one', '2026-11-01')
    const again = await documents.again(model, 'Vendor: A\nModel: two', '2026-11-02')
    const first = again.versions.find(({ number }) => number === 1)
    await client.documents.goBack({ versionId: first?.id ?? 0, ...approval('2026-11-03') })
    await using other = await withWorkflows()
    await importLog(other, aLineFirst, 'earlier.csv')
    await importLog(other, await exported(app, format), `log.${format}`)
    const { rows } = await other.client.changes.list(everything)
    expect(rows.map(({ number, reverts, revertedBy }) => [number, reverts, revertedBy])).toEqual([
      [4, 3, null],
      [3, null, 4],
      [2, null, null],
      [1, null, null],
    ])
    expect(rows.filter(({ isStartingPoint }) => isStartingPoint).map(({ number }) => number)).toEqual([2])
  })

  it('of 5,000 rows comes in whole, and is listed and searched by page', async () => {
    await using app = await withWorkflows()
    const lines = Array.from({ length: 5_000 }, (_, index) =>
      aLine({
        Date: `${2015 + (index % 11)}-0${1 + (index % 9)}-1${index % 10}`,
        What: `Change of line ${index}`,
        From: 'The earlier wording. '.repeat(20),
        To: 'The later wording. '.repeat(20),
      }),
    )
    const csv = toCsv(lines)
    expect(await importLog(app, csv)).toMatchObject({ kept: 5_000, problems: [] })
    expect(await importLog(app, csv)).toMatchObject({ kept: 0, alreadyIn: 5_000 })
    expect(await app.client.changes.list(everything)).toMatchObject({ total: 5_000 })
    const search = { ...everything, search: 'of line 4999' }
    expect(await app.client.changes.list(search)).toMatchObject({ total: 1 })
    // Months from before the company began are not owed, so nothing waits for their reviews.
    expect((await app.client.results.home()).todos).toEqual([])
  })
})
