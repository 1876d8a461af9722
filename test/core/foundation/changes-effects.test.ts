import { describe, expect, it } from 'vitest'
import { aReview, aWorkflow, drawMonth, finishReview, updateOf } from '../../helpers/builders.ts'
import { type Client, createTestApp } from '../../helpers/test-app.ts'

type NewChange = Parameters<Client['changes']['create']>[0]

const aChange = (overrides: Partial<NewChange> = {}): NewChange => ({
  onDate: '2026-11-20',
  workflowIds: [1],
  kind: 'foundation',
  what: 'New price list',
  from: 'Spring prices',
  to: 'Autumn prices',
  why: 'Prices went up.',
  ...overrides,
})

async function finishMonth(client: Client, workflowId: number, month: string) {
  const { id } = await drawMonth(client, workflowId, month)
  return finishReview(client, id)
}

/** One workflow, reviewed at the end of October; the day is 5 November. */
async function reviewedInOctober() {
  const app = await createTestApp({ today: '2026-10-31' })
  const { id } = await aReview(app.client, { month: '2026-10' })
  const { result } = await finishReview(app.client, id)
  app.clock.moveTo('2026-11-05')
  return { app, october: result?.figure }
}

describe('a change', () => {
  it('carries its before at once, and its after once the next review is finished', async () => {
    const { app: opened, october } = await reviewedInOctober()
    await using app = opened
    const { number } = await app.client.changes.create(aChange({ onDate: '2026-11-05' }))
    const [waiting] = (await app.client.changes.waiting()).rows
    const before = {
      month: '2026-10',
      mean: october?.mean,
      low: october?.low,
      high: october?.high,
      known: october?.known,
    }
    const effect = {
      workflowId: 1,
      workflowName: 'Customer replies',
      before,
      after: null,
      recordedBefore: null,
      recordedAfter: null,
      verdict: 'waiting',
      noise: null,
      isShared: false,
      dueMonth: '2026-11',
    }
    expect(waiting).toMatchObject({ number, effects: [effect] })

    app.clock.moveTo('2026-11-30')
    const { result } = await finishMonth(app.client, 1, '2026-11')
    const { effects } = await app.client.changes.get({ number })
    // The draws are random, so the verdict is told from the figures they gave.
    const move = (result?.figure.mean ?? 0) - (october?.mean ?? 0)
    const isNoise = Math.abs(move) <= (effects[0]?.noise ?? 0)
    expect(effects).toEqual([
      {
        ...effect,
        after: {
          month: '2026-11',
          mean: result?.figure.mean,
          low: result?.figure.low,
          high: result?.figure.high,
          known: result?.figure.known,
        },
        verdict: isNoise ? 'about_the_same' : move < 0 ? 'better' : 'worse',
        noise: expect.any(Number),
        dueMonth: null,
      },
    ])
    expect(await app.client.changes.waiting()).toEqual({ rows: [], total: 0 })
    const { rows } = await app.client.changes.list({ workflowId: null, search: '', offset: 0 })
    expect(rows[0]?.effects).toEqual(effects)
  })

  it('of two workflows is measured on each, and exported with a row for each', async () => {
    const { app: opened } = await reviewedInOctober()
    await using app = opened
    await app.client.workflows.create(aWorkflow({ name: 'Adverts' }))
    await app.client.changes.create(aChange({ onDate: '2026-11-05', workflowIds: [1, 2] }))
    const rows = async () => {
      const { fileId } = await app.client.exports.changeLog({ format: 'csv' })
      const session = await app.fetch(`/files/${fileId}`)
      const [, ...lines] = (await session.text()).trim().split('\r\n')
      return lines.map((line) => line.replace(/\b0\.\d+/g, (share) => Number(share).toFixed(2)))
    }
    const start = '1,2026-11-05'
    const middle = 'Foundation,New price list,Spring prices,Autumn prices,Prices went up.,,'
    const end = '2026-11-05T09:30:00.000Z,Owner,1'
    const october = (await app.client.changes.get({ number: 1 })).effects[1]?.before?.mean?.toFixed(2)
    expect(await rows()).toEqual([
      `${start},Adverts,${middle},,,,Waiting,,,${end}`,
      `${start},Customer replies,${middle},${october},,,Waiting,,,${end}`,
    ])
  })

  it('is not compared across a change of the measure, which also shares its period', async () => {
    const { app: opened } = await reviewedInOctober()
    await using app = opened
    await app.client.changes.create(aChange({ onDate: '2026-11-05' }))
    const workflow = await app.client.workflows.get({ id: 1 })
    const byMinutes = { measure: 'minutes', byHandMinutes: 20, reason: 'Minutes are known now.' } as const
    await app.client.workflows.update(updateOf(workflow, byMinutes))
    const { rows } = await app.client.changes.list({ workflowId: 1, search: '', offset: 0 })
    expect(rows.map(({ number, effects }) => [number, effects.map(({ isShared }) => isShared)])).toEqual([
      [2, []],
      [1, [true]],
    ])
  })

  it('is found by kind and by who decided it', async () => {
    const { app: opened } = await reviewedInOctober()
    await using app = opened
    const onDate = '2026-11-05'
    await app.client.changes.create(aChange({ onDate, decidedBy: 'Mia Berg' }))
    await app.client.changes.create(aChange({ onDate, kind: 'model' }))
    const numbers = async (filter: Partial<Parameters<Client['changes']['list']>[0]>) => {
      const { rows, total } = await app.client.changes.list({
        workflowId: null,
        search: '',
        offset: 0,
        ...filter,
      })
      return [total, ...rows.map(({ number }) => number)]
    }
    expect([await numbers({ kind: 'model' }), await numbers({ search: 'mia' }), await numbers({})]).toEqual([
      [1, 2],
      [1, 1],
      [2, 2, 1],
    ])
  })

  it('of a retired workflow waits for nothing', async () => {
    const { app: opened } = await reviewedInOctober()
    await using app = opened
    await app.client.changes.create(aChange({ onDate: '2026-11-05' }))
    const workflow = await app.client.workflows.get({ id: 1 })
    await app.client.workflows.update(updateOf(workflow, { stage: 'retired' }))
    expect(await app.client.changes.waiting()).toEqual({ rows: [], total: 0 })
  })
})

describe('Home', () => {
  const changeDates = async (client: Client) =>
    (await client.results.home()).dates.filter(({ what }) => what.includes('“after”'))

  it('shows with which review a change gets its after, and no more once that is finished', async () => {
    const { app: opened } = await reviewedInOctober()
    await using app = opened
    await app.client.changes.create(aChange({ onDate: '2026-11-05' }))
    const what = 'Change 1 gets its “after” with the November review'
    const november = { on: '2026-12-07', isOverdue: false, target: { page: 'session', month: '2026-11' } }
    expect(await changeDates(app.client)).toEqual([{ ...november, what }])
    await app.client.changes.create(aChange({ onDate: '2026-11-05', kind: 'prompt' }))
    const both = 'Changes 1 and 2 get their “after” with the November review'
    expect(await changeDates(app.client)).toEqual([{ ...november, what: both }])
    app.clock.moveTo('2026-11-30')
    await finishMonth(app.client, 1, '2026-11')
    expect(await changeDates(app.client)).toEqual([])
  })

  it('asks for the review of a change that has waited for two finished months', async () => {
    const { app: opened } = await reviewedInOctober()
    await using app = opened
    await app.client.changes.create(aChange({ onDate: '2026-11-05' }))
    const asked = async () =>
      (await app.client.results.home()).todos.filter(({ id }) => id.startsWith('waiting:'))
    app.clock.moveTo('2026-12-31')
    expect(await asked()).toEqual([])
    expect(await changeDates(app.client)).toHaveLength(1)
    app.clock.moveTo('2027-01-01')
    expect(await asked()).toEqual([
      {
        id: 'waiting:1',
        title: 'Change 1 still waits for its “after”',
        detail:
          'Customer replies: New price list. It was due with the November 2026 review; the next one you finish shows whether it helped.',
        action: 'Open the review',
        target: { page: 'session', month: '2026-11' },
        mark: null,
      },
    ])
    expect(await changeDates(app.client)).toEqual([])
    app.clock.moveTo('2027-01-31')
    await finishMonth(app.client, 1, '2027-01')
    expect(await asked()).toEqual([])
  })
})
