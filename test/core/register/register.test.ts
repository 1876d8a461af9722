import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aWorkflow } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'
import { readBack, temporaryPath } from '../export/workbook-reader.ts'

const fields = {
  deputy: 'Ines Moreau',
  dataClass: 'personal',
  decides: 'It drafts; a person sends.',
  decidesFrom: 'The message.',
  oversight: 'The team lead reads ten a month and may stop it.',
  whoIsTold: 'The team lead, the same week.',
  whenItFails: 'Answer by hand.',
  nextReviewOn: '2027-03-01',
} as const

const orders = {
  source: 'Orders of the last year',
  system: 'Shop',
  owner: 'Jonas Weber',
  refreshed: 'Every night',
  lastCheckedOn: '2026-11-02',
  noticed: 'The night’s run says so in the morning.',
  ifItStops: 'Answers name the wrong parcel.',
}

const wrongPrice = {
  happenedOn: '2026-11-10',
  what: 'A wrong price went out.',
  effect: 'Two customers paid too little.',
  correctiveAction: 'Price list corrected.',
  changeNumber: null,
  closedOn: null,
}

async function withWorkflow(app: TestApp, overrides: Parameters<typeof aWorkflow>[0] = {}) {
  const { id } = await app.client.workflows.create(aWorkflow(overrides))
  return id
}

/** Actions in the log on what the register keeps, oldest first. */
const audited = (app: TestApp) =>
  app.inspect((db) =>
    db
      .prepare<[], { line: string }>(
        "SELECT action || ' ' || entity AS line FROM audit WHERE entity IN ('register_entry', 'data_dependency', 'incident') ORDER BY seq",
      )
      .all()
      .map(({ line }) => line),
  )

describe('a register entry', () => {
  it('that nobody filled in is empty and says what is missing', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app, { processOwner: '' })
    expect(await app.client.register.get({ workflowId })).toEqual({
      workflowId,
      workflowName: 'Customer replies',
      purpose: 'Drafts answers to customer e-mails.',
      model: 'Anthropic, claude-sonnet-4',
      owner: '',
      stage: 'production',
      rev: 0,
      deputy: '',
      dataClass: null,
      decides: '',
      decidesFrom: '',
      oversight: '',
      whoIsTold: '',
      whenItFails: '',
      nextReviewOn: null,
      reviewedOn: null,
      release: null,
      dependencies: [],
      incidents: [],
      gaps: [
        'No owner',
        'No deputy',
        'The kind of data it handles is not chosen',
        'What it decides is not written down',
        'On which data it decides is not written down',
        'Who watches over it is not written down',
        'Who is told when a line is crossed is not written down',
        'What to do when it fails is not written down',
        'What it runs on is not on record',
        'The data it depends on is not listed',
        'No date for the next review of this entry',
      ],
    })
    expect(audited(app)).toEqual([])
  })

  it('filled in has no gaps, and names what the workflow runs on today', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const documents = documentsOf(app)
    await documents.prompt(workflowId, 'Answer {{mail}}.', '2026-11-01')
    await app.client.register.save({ workflowId, rev: 0, ...fields })
    await app.client.register.saveDependency({ workflowId, id: null, ...orders })
    const entry = await app.client.register.get({ workflowId })
    expect(entry).toMatchObject({ ...fields, owner: 'Jonas Weber', rev: 1, gaps: [] })
    expect(entry.release).toMatchObject({ number: 1, liveOn: '2026-11-01', approvedBy: 'Ines Moreau' })
    expect(entry.release?.parts.map(({ kind, version }) => [kind, version])).toEqual([['prompt', 1]])
  })

  it('of a workflow that is only tried out by a team has it on record what that team runs', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app, { stage: 'pilot' })
    const missing = 'What it runs on is not on record'
    expect((await app.client.register.get({ workflowId })).gaps).toContain(missing)
    await documentsOf(app).prompt(workflowId, 'Answer {{mail}}.', '2026-11-01')
    await app.client.releases.setStage({
      workflowId,
      number: 1,
      since: '2026-11-01',
      stage: 'pilot',
      team: 'Support',
      until: '2026-12-31',
    })
    const { release, gaps } = await app.client.register.get({ workflowId })
    expect(release).toBeNull()
    expect(gaps).not.toContain(missing)
  })

  it('of a retired workflow misses nothing any more', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app, { stage: 'retired', retiredOn: '2026-04-30' })
    expect((await app.client.register.get({ workflowId })).gaps).toEqual([])
  })

  it('is refused when another window saved first', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    await app.client.register.save({ workflowId, rev: 0, ...fields })
    for (const rev of [0, 2]) {
      expect(
        await refusal(app.client.register.save({ workflowId, rev, ...fields, deputy: 'Somebody' })),
      ).toEqual({
        code: 'CONFLICT',
        message:
          'This register entry was changed in another window. What you typed is still here: compare, then save again.',
        fields: [],
      })
    }
    expect((await app.client.register.save({ workflowId, rev: 1, ...fields, deputy: 'Dana' })).rev).toBe(2)
  })

  it('refuses a deputy who left, and keeps what was there', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    await app.client.people.save({ id: null, name: 'Ines Moreau', role: '', leftOn: '2026-11-03' })
    expect(await refusal(app.client.register.save({ workflowId, rev: 0, ...fields }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Ines Moreau left on 3 November 2026. Enter who stands in now.',
      fields: ['deputy'],
    })
    const data = { workflowId, id: null, ...orders, owner: 'Ines Moreau' }
    expect(await refusal(app.client.register.saveDependency(data))).toMatchObject({ fields: ['owner'] })
    expect(await app.client.register.get({ workflowId })).toMatchObject({ rev: 0, dependencies: [] })
  })

  it('is marked as reviewed with the next date, filled in or not', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const refused = { code: 'INVALID_INPUT', fields: ['nextReviewOn'] }
    for (const nextReviewOn of ['2026-11-20', '2026-11-21']) {
      expect(await refusal(app.client.register.markReviewed({ workflowId, nextReviewOn }))).toMatchObject(
        refused,
      )
    }
    const marked = await app.client.register.markReviewed({ workflowId, nextReviewOn: '2027-05-21' })
    expect(marked).toMatchObject({ reviewedOn: '2026-11-21', nextReviewOn: '2027-05-21', rev: 1, deputy: '' })
    const saved = await app.client.register.save({ workflowId, rev: 1, ...fields })
    expect(saved).toMatchObject({ reviewedOn: '2026-11-21', nextReviewOn: '2027-03-01', rev: 2 })
    expect(audited(app)).toEqual(['review register_entry', 'save register_entry'])
  })

  it('of a workflow that is not here is not found', async () => {
    await using app = await createTestApp()
    expect(await refusal(app.client.register.get({ workflowId: 9 }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(await refusal(app.client.register.save({ workflowId: 9, rev: 0, ...fields }))).toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})

describe('data a workflow depends on', () => {
  it('is added, altered and removed, each in the log', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const { id } = await app.client.register.saveDependency({ workflowId, id: null, ...orders })
    const changed = await app.client.register.saveDependency({ workflowId, id, ...orders, ifItStops: '' })
    expect(changed).toEqual({ id, ...orders, ifItStops: '' })
    const { dependencies, gaps } = await app.client.register.get({ workflowId })
    expect(dependencies).toEqual([changed])
    expect(gaps).toContain('Orders of the last year: what breaks if it stops is not written down')
    await app.client.register.removeDependency({ id })
    expect((await app.client.register.get({ workflowId })).dependencies).toEqual([])
    expect(await refusal(app.client.register.removeDependency({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(audited(app)).toEqual([
      'create data_dependency',
      'update data_dependency',
      'remove data_dependency',
    ])
  })

  it('is not altered from another workflow, nor checked in the future', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const other = await withWorkflow(app, { name: 'Adverts' })
    const { id } = await app.client.register.saveDependency({ workflowId, id: null, ...orders })
    expect(
      await refusal(app.client.register.saveDependency({ workflowId: other, id, ...orders, source: 'Mine' })),
    ).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await refusal(
        app.client.register.saveDependency({ workflowId, id, ...orders, lastCheckedOn: '2026-11-22' }),
      ),
    ).toMatchObject({ code: 'INVALID_INPUT', fields: ['lastCheckedOn'] })
    expect((await app.client.register.get({ workflowId })).dependencies).toEqual([{ id, ...orders }])
  })
})

describe('an incident', () => {
  it('is recorded with its change, altered and closed', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const { number } = await app.client.changes.create({
      onDate: '2026-11-12',
      workflowIds: [workflowId],
      kind: 'other',
      what: 'Price list',
      from: '',
      to: '',
      why: 'A wrong price went out.',
    })
    const incident = await app.client.register.recordIncident({ workflowId, ...wrongPrice })
    expect(incident).toEqual({
      id: incident.id,
      rev: 1,
      recordedAt: '2026-11-21T09:30:00.000Z',
      ...wrongPrice,
    })
    const closed = { ...wrongPrice, changeNumber: number, closedOn: '2026-11-12' }
    const { id } = incident
    expect(await app.client.register.updateIncident({ id, rev: 1, ...closed })).toEqual({
      ...incident,
      ...closed,
      rev: 2,
    })
    expect(await refusal(app.client.register.updateIncident({ id, rev: 1, ...wrongPrice }))).toMatchObject({
      code: 'CONFLICT',
    })
    const earlier = await app.client.register.recordIncident({
      workflowId,
      ...wrongPrice,
      happenedOn: '2026-10-01',
    })
    const { incidents } = await app.client.register.get({ workflowId })
    expect(incidents.map((one) => one.id)).toEqual([id, earlier.id])
    expect(audited(app)).toEqual(['record incident', 'update incident', 'record incident'])
  })

  it.each([
    [
      'one in the future',
      { happenedOn: '2026-11-22' },
      'happenedOn',
      'That date is in the future. Enter the day it happened.',
    ],
    [
      'closed before it happened',
      { closedOn: '2026-11-09' },
      'closedOn',
      'It can’t be closed before it happened. Enter a later day.',
    ],
    [
      'closed in the future',
      { closedOn: '2026-12-01' },
      'closedOn',
      'That date is in the future. Leave it empty until the incident is closed.',
    ],
    [
      'a change that is not in the log',
      { changeNumber: 17 },
      'changeNumber',
      'There is no change 17. Look for its number in Changes.',
    ],
    ['one without words', { what: '  ' }, 'what', 'Enter what happened.'],
  ])('is refused: %s', async (_what, wrong, field, message) => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const { id } = await app.client.register.recordIncident({ workflowId, ...wrongPrice })
    const input = { ...wrongPrice, ...wrong }
    const calls = [
      app.client.register.recordIncident({ workflowId, ...input }),
      app.client.register.updateIncident({ id, rev: 1, ...input }),
    ]
    for (const refused of await Promise.all(calls.map(refusal))) {
      expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [field] })
    }
    expect(await refusal(app.client.register.recordIncident({ workflowId, ...input }))).toMatchObject({
      message: field === 'what' ? expect.any(String) : message,
    })
    const { incidents } = await app.client.register.get({ workflowId })
    expect(incidents).toMatchObject([wrongPrice])
  })
})

describe('the register on Home', () => {
  it('asks for missing answers a month after a workflow was set up, in one line that leads to the most', async () => {
    await using app = await createTestApp()
    const gapsOnHome = async () =>
      (await app.client.results.home()).todos
        .filter(({ id }) => id === 'register:gaps')
        .map(({ title, detail, target, workflowId }) => [title, detail, target, workflowId])
    const first = await withWorkflow(app)
    const second = await withWorkflow(app, { name: 'Proposals' })
    await withWorkflow(app, { name: 'Trial', stage: 'pilot' })
    app.clock.moveTo('2026-12-20')
    expect(await gapsOnHome()).toEqual([])
    app.clock.moveTo('2026-12-21')
    await app.client.register.save({ workflowId: first, rev: 0, ...fields, deputy: '' })
    const target = { page: 'workflow', workflowId: second, tab: 'register' }
    expect(await gapsOnHome()).toEqual([
      [
        'The register lacks answers about 2 AI workflows',
        '8 in all. They are what an auditor or a customer asks for first.',
        target,
        // It is about several, so it joins the row of none.
        null,
      ],
    ])
    await app.client.register.save({ workflowId: second, rev: 0, ...fields })
    expect((await gapsOnHome())[0]?.[0]).toBe('Customer replies: the register lacks an answer')
    await app.client.register.save({ workflowId: first, rev: 1, ...fields })
    expect(await gapsOnHome()).toEqual([])
  })

  const todosOf = async (app: TestApp) =>
    (await app.client.results.home()).todos
      .filter(({ id }) => /^(register|incident):/.test(id))
      .map(({ id, title, detail }) => ({ id, title, detail }))

  it.each([
    ['2027-02-14', [], true],
    ['2027-02-15', ['a register review is due soon', 'It is due on 1 March 2027.'], true],
    ['2027-03-01', ['a register review is due soon', 'It is due on 1 March 2027.'], true],
    ['2027-03-02', ['the register review is overdue', 'It was due on 1 March 2027.'], false],
  ])('on %s says when a review of an entry is due', async (today, expected, isDated) => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    await app.client.register.save({ workflowId, rev: 0, ...fields })
    app.clock.moveTo(today)
    const [words, due] = expected
    expect(await todosOf(app)).toEqual(
      words === undefined
        ? []
        : [
            {
              id: `register:${workflowId}`,
              title: `Customer replies: ${words}`,
              detail: `${due} Look through the entry, then mark it as reviewed.`,
            },
          ],
    )
    const { dates } = await app.client.results.home()
    expect(dates.filter(({ what }) => what === 'Customer replies: register review')).toEqual(
      isDated
        ? [
            {
              on: '2027-03-01',
              what: 'Customer replies: register review',
              isOverdue: false,
              target: { page: 'workflow', workflowId, tab: 'register' },
            },
          ]
        : [],
    )
  })

  it('names every incident that is open, from its first day on', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const { id } = await app.client.register.recordIncident({
      workflowId,
      ...wrongPrice,
      happenedOn: '2026-10-22',
    })
    expect(await todosOf(app)).toEqual([
      {
        id: `incident:${id}`,
        title: 'Customer replies: an incident is open',
        detail:
          'It happened on 22 October 2026: A wrong price went out. Close it when nothing is left to do.',
      },
    ])
    await app.client.register.updateIncident({
      id,
      rev: 1,
      ...wrongPrice,
      happenedOn: '2026-10-22',
      closedOn: app.clock.today(),
    })
    expect(await todosOf(app)).toEqual([])
  })
})

describe('the register as a workbook', () => {
  it('has every workflow, its data and its incidents, with real dates and texts as texts', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    await withWorkflow(app, { name: 'Adverts', stage: 'retired', retiredOn: '2026-04-30' })
    await documentsOf(app).prompt(workflowId, 'Answer {{mail}}.', '2026-11-01')
    await app.client.register.save({ workflowId, rev: 0, ...fields, oversight: '=1+1' })
    await app.client.register.saveDependency({ workflowId, id: null, ...orders })
    await app.client.register.recordIncident({ workflowId, ...wrongPrice })
    const { fileId, name } = await app.client.exports.list({ list: { kind: 'register' }, format: 'xlsx' })
    expect(name).toBe('evenkeel-register-2026-11-21.xlsx')
    const path = temporaryPath()
    writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()))
    const { sheets } = await readBack(path)
    expect(sheets.map((sheet) => sheet.name)).toEqual(['Register', 'Data', 'Incidents', 'Guide'])
    const rowsOf = (sheet: string) => {
      const rows = sheets.find((one) => one.name === sheet)?.rows ?? []
      const at = rows.findIndex(([first]) => first === (sheet === 'Guide' ? 'Sheet' : 'Workflow'))
      const [header = [], ...body] = rows.slice(at)
      return body.map((row) =>
        Object.fromEntries(header.map((key, index) => [String(key), row[index] ?? null])),
      )
    }
    expect(rowsOf('Register')).toMatchObject([
      {
        Workflow: 'Customer replies',
        Stage: 'Production',
        Owner: 'Jonas Weber',
        Deputy: 'Ines Moreau',
        'Data class': 'Personal',
        'Human oversight': '=1+1',
        Release: 1,
        'Live since': new Date('2026-11-01T00:00:00Z'),
        'Runs on': 'Prompt, version 1',
        Reviewed: null,
        'Next review': new Date('2027-03-01T00:00:00Z'),
        'Open incidents': 1,
        Missing: null,
      },
      { Workflow: 'Adverts', Stage: 'Retired', Release: null, 'Open incidents': 0 },
    ])
    expect(rowsOf('Data')).toMatchObject([
      {
        Workflow: 'Customer replies',
        Data: 'Orders of the last year',
        'Last checked': new Date('2026-11-02T00:00:00Z'),
      },
    ])
    expect(rowsOf('Incidents')).toMatchObject([
      { Workflow: 'Customer replies', Happened: new Date('2026-11-10T00:00:00Z'), Closed: null },
    ])
    expect(rowsOf('Guide').map((row) => row.Sheet)).toEqual(
      expect.arrayContaining(['Register', 'Data', 'Incidents', 'About']),
    )
  })
})
