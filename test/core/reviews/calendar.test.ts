import { describe, expect, it } from 'vitest'
import { aWorkflow, updateOf } from '../../helpers/builders.ts'
import { physicalLines, readCalendar } from '../../helpers/calendar.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

type Kind = 'monthly_review' | 'foundation_review'

async function fileOf(app: TestApp, kind: Kind) {
  const { fileId, name } = await app.client.calendar.file({ kind })
  const response = await app.fetch(`/files/${fileId}`)
  const text = await response.text()
  return { name, type: response.headers.get('content-type'), text, ...readCalendar(text) }
}

async function seriesOf(app: TestApp, kind: Kind) {
  const series = (await app.client.calendar.list()).find((one) => one.kind === kind)
  if (!series) throw new Error(`There is no ${kind}`)
  return series
}

const aFoundation = (app: TestApp) => documentsOf(app).section('Offer', 'Our offer.', app.clock.today())

const firstThursday = { week: 1, weekday: 4, startsAt: '14:00' } as const

/** The audited actions on the series, oldest first. */
const audited = (app: TestApp) =>
  app.inspect((db) =>
    db
      .prepare<[], { line: string }>(
        "SELECT actor || ' ' || action || ' ' || entity_id AS line FROM audit WHERE entity = 'calendar_series' ORDER BY seq",
      )
      .all()
      .map(({ line }) => line),
  )

describe('the calendar', () => {
  it('has both series on or before their due days, each under a uid of its own that stays', async () => {
    await using app = await createTestApp()
    await aFoundation(app)
    await app.client.workflows.create(aWorkflow({ goLiveOn: '2026-10-04' }))
    const series = await app.client.calendar.list()
    const common = { weekday: 2, startsAt: '09:00', everyMonths: 1, zone: 'Europe/Stockholm' }
    const unsaved = {
      sequence: 0,
      savedOn: null,
      isStale: false,
      uid: expect.stringMatching(/^[\da-f-]{36}@evenkeel$/),
    }
    expect(series).toEqual([
      {
        kind: 'monthly_review',
        week: 1,
        ...common,
        firstOn: '2026-12-01',
        dueOn: '2026-12-07',
        lastOn: null,
        ...unsaved,
      },
      {
        kind: 'foundation_review',
        week: -1,
        ...common,
        firstOn: '2026-11-24',
        dueOn: '2026-12-04',
        lastOn: '2027-03-30',
        ...unsaved,
      },
    ])
    expect(series[0]?.uid).not.toBe(series[1]?.uid)
    await app.restart()
    expect(await app.client.calendar.list()).toEqual(series)
  })

  it('makes a file that a calendar reads', async () => {
    await using app = await createTestApp()
    const { uid } = await seriesOf(app, 'monthly_review')
    const file = await fileOf(app, 'monthly_review')
    expect([file.name, file.type, file.summary, file.uid, file.sequence]).toEqual([
      'evenkeel-monthly-review.ics',
      'text/calendar; charset=utf-8',
      'Evenkeel: monthly quality review',
      uid,
      0,
    ])
    expect(physicalLines(file.text).length).toBeGreaterThan(20)
    expect(file.occurrences(3).map(({ local }) => local)).toEqual([
      '2026-12-01T09:00',
      '2027-01-05T09:00',
      '2027-02-02T09:00',
    ])
    expect(await seriesOf(app, 'monthly_review')).toMatchObject({ savedOn: '2026-11-21', isStale: false })
  })

  it('makes an invitation to a Foundation review, at the hour of its series and as long as its sections ask for', async () => {
    await using app = await createTestApp()
    await aFoundation(app)
    const attendees = [
      { name: 'Jonas Weber', role: '' },
      { name: 'Ines Moreau', role: '' },
    ]
    const { id, rev } = await app.client.foundationReviews.prepare({ heldOn: '2026-12-10', attendees })
    const { fileId, name } = await app.client.calendar.invitation({ reviewId: id })
    const text = await (await app.fetch(`/files/${fileId}`)).text()
    const file = readCalendar(text)
    expect(name).toBe('evenkeel-foundation-review-2026-12-10.ics')
    expect([file.summary, file.sequence]).toEqual(['Evenkeel: Foundation review', rev])
    expect(file.occurrences(2).map(({ local }) => local)).toEqual(['2026-12-10T09:00'])
    expect(text.replaceAll('\r\n ', '')).toContain('With Jonas Weber and Ines Moreau.')
    expect(text).toMatch(/DTEND;TZID=[^:]+:20261210T100000/)
    await app.client.foundationReviews.start({ id })
    expect(await refusal(app.client.calendar.invitation({ reviewId: id }))).toMatchObject({
      code: 'CONFLICT',
    })
  })

  it('keeps the sequence when the same file is saved again, also in a later month', async () => {
    await using app = await createTestApp()
    const first = await fileOf(app, 'monthly_review')
    app.clock.moveTo('2027-02-25')
    const again = await fileOf(app, 'monthly_review')
    expect([again.uid, again.sequence]).toEqual([first.uid, 0])
    expect(again.occurrences(5)).toEqual(first.occurrences(5))
    expect(await seriesOf(app, 'monthly_review')).toMatchObject({ firstOn: '2027-03-02', isStale: false })
  })

  it('raises the sequence under the same uid once a change is in a file, and only then', async () => {
    await using app = await createTestApp()
    const first = await fileOf(app, 'monthly_review')
    const changed = await app.client.calendar.save({ kind: 'monthly_review', ...firstThursday })
    expect(changed).toMatchObject({ ...firstThursday, firstOn: '2026-12-03', sequence: 0, isStale: true })
    await app.client.calendar.save({ kind: 'monthly_review', ...firstThursday, startsAt: '15:00' })
    const second = await fileOf(app, 'monthly_review')
    expect([second.uid, second.sequence]).toEqual([first.uid, 1])
    expect(second.occurrences(2).map(({ local }) => local)).toEqual(['2026-12-03T15:00', '2027-01-07T15:00'])
    expect(await seriesOf(app, 'monthly_review')).toMatchObject({ sequence: 1, isStale: false })
    expect((await fileOf(app, 'monthly_review')).sequence).toBe(1)
    expect(audited(app).filter((line) => line.endsWith('monthly_review'))).toEqual([
      'evenkeel create monthly_review',
      'owner save_file monthly_review',
      'owner update monthly_review',
      'owner update monthly_review',
      'owner save_file monthly_review',
      'owner save_file monthly_review',
    ])
  })

  it('is not stale when a change is taken back before a file was made of it', async () => {
    await using app = await createTestApp()
    await fileOf(app, 'monthly_review')
    const { week, weekday, startsAt } = await seriesOf(app, 'monthly_review')
    await app.client.calendar.save({ kind: 'monthly_review', ...firstThursday })
    const back = await app.client.calendar.save({ kind: 'monthly_review', week, weekday, startsAt })
    expect(back.isStale).toBe(false)
    expect((await fileOf(app, 'monthly_review')).sequence).toBe(0)
  })

  it('tells a traveller nothing, but writes the new zone as a change', async () => {
    await using app = await createTestApp()
    const home = await fileOf(app, 'monthly_review')
    Object.assign(app.clock, { zone: () => 'Asia/Tokyo' })
    expect(await seriesOf(app, 'monthly_review')).toMatchObject({ zone: 'Asia/Tokyo', isStale: false })
    const away = await fileOf(app, 'monthly_review')
    expect([home.zoneNames, away.zoneNames]).toEqual([['Europe/Stockholm'], ['Asia/Tokyo']])
    expect([away.uid, away.sequence]).toEqual([home.uid, 1])
  })

  it('says so when the Foundation review turns quarterly, and ends the file before that', async () => {
    await using app = await createTestApp({ today: '2026-07-02' })
    await aFoundation(app)
    await app.client.workflows.create(aWorkflow({ goLiveOn: '2026-03-04' }))
    const monthly = await fileOf(app, 'foundation_review')
    expect(monthly.occurrences(99).map(({ local }) => local.slice(0, 10))).toEqual([
      '2026-07-28',
      '2026-08-25',
    ])
    expect((await seriesOf(app, 'foundation_review')).isStale).toBe(false)
    app.clock.moveTo('2026-10-05')
    expect(await seriesOf(app, 'foundation_review')).toMatchObject({
      everyMonths: 3,
      firstOn: '2026-11-24',
      dueOn: '2026-12-04',
      lastOn: null,
      isStale: true,
    })
    const quarterly = await fileOf(app, 'foundation_review')
    expect([quarterly.uid, quarterly.sequence, quarterly.rule]).toEqual([
      monthly.uid,
      1,
      'FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TU',
    ])
    expect((await seriesOf(app, 'foundation_review')).isStale).toBe(false)
  })

  it('is stale when another workflow goes live, for the monthly reviews begin again', async () => {
    await using app = await createTestApp()
    await aFoundation(app)
    await app.client.workflows.create(aWorkflow({ goLiveOn: '2026-03-04' }))
    await fileOf(app, 'foundation_review')
    await app.client.workflows.create(aWorkflow({ name: 'Adverts', goLiveOn: '2026-11-20' }))
    expect(await seriesOf(app, 'foundation_review')).toMatchObject({
      everyMonths: 1,
      lastOn: '2027-04-27',
      isStale: true,
    })
  })

  it('has no Foundation review to plan while nothing is live', async () => {
    await using app = await createTestApp()
    const { id } = await app.client.workflows.create(aWorkflow({ goLiveOn: null }))
    expect(await seriesOf(app, 'foundation_review')).toMatchObject({
      firstOn: null,
      lastOn: null,
      isStale: false,
    })
    expect(await refusal(app.client.calendar.file({ kind: 'foundation_review' }))).toEqual({
      code: 'INVALID_INPUT',
      message:
        'There is no Foundation review to plan yet. It needs a Foundation and the day a workflow went live.',
      fields: [],
    })
    await aFoundation(app)
    const workflow = await app.client.workflows.get({ id })
    await app.client.workflows.update(updateOf(workflow, { goLiveOn: '2026-11-01' }))
    expect((await fileOf(app, 'foundation_review')).sequence).toBe(0)
  })

  it('puts old dates in the owner’s calendar on Home until the new file is saved', async () => {
    await using app = await createTestApp()
    await aFoundation(app)
    await app.client.workflows.create(aWorkflow())
    const todos = async () =>
      (await app.client.results.home()).todos.filter(({ id }) => id.startsWith('calendar:'))
    await fileOf(app, 'foundation_review')
    expect(await todos()).toEqual([])
    await app.client.calendar.save({ kind: 'foundation_review', ...firstThursday })
    expect(await todos()).toEqual([
      {
        id: 'calendar:foundation_review',
        title: 'Your calendar still shows the old Foundation review dates',
        detail:
          'Now: every three months on the first Thursday at 14:00. Delete the old series in your calendar first, then add the new file.',
        action: 'Open Calendar',
        target: { page: 'calendar' },
        mark: null,
      },
    ])
    await fileOf(app, 'foundation_review')
    expect(await todos()).toEqual([])
  })

  it.each([
    ['a fifth week', { week: 5 }],
    ['an eighth weekday', { weekday: 8 }],
    ['a time that is none', { startsAt: '9 am' }],
  ])('refuses %s', async (_what, wrong) => {
    await using app = await createTestApp()
    const input = { kind: 'monthly_review', ...firstThursday, ...wrong } as Parameters<
      typeof app.client.calendar.save
    >[0]
    expect(await refusal(app.client.calendar.save(input))).toMatchObject({ fields: [Object.keys(wrong)[0]] })
  })
})
