import { describe, expect, it } from 'vitest'
import { effectHeadline } from '../../../shared/domain/effects/effect-words.ts'
import { standingOf } from '../../../shared/domain/effects/standing.ts'
import { aWorkflow, retire, updateOf } from '../../helpers/builders.ts'
import { dated, holdReview, inMinutes } from '../../helpers/dated-months.ts'
import { type Client, createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

type NewChange = Parameters<Client['changes']['create']>[0]

const aChange = (onDate: string, overrides: Partial<NewChange> = {}): NewChange => ({
  onDate,
  workflowIds: [1],
  kind: 'prompt',
  what: 'Prices looked up, not remembered',
  from: 'Quote the prices you know.',
  to: 'Quote prices from the list only.',
  why: 'Prices were made up.',
  ...overrides,
})

/** Ten outputs on the 3rd to the 21st, around a number of minutes. */
const spread = (month: string, minutes: number) =>
  Array.from({ length: 10 }, (_, index) =>
    dated(`${month}-${String(3 + index * 2).padStart(2, '0')}`, minutes + (index % 2 === 0 ? 4 : -4)),
  ).flat()

/** One workflow, reviewed for August and September 2026; the day is the one after. */
async function reviewedInAutumn(august = 28, september = 28) {
  const app = await createTestApp({ today: '2026-08-01' })
  await app.client.workflows.create(inMinutes({ goLiveOn: '2026-03-01' }))
  await holdReview(app, { workflowId: 1, month: '2026-08', outputs: spread('2026-08', august) })
  await holdReview(app, { workflowId: 1, month: '2026-09', outputs: spread('2026-09', september) })
  return app
}

const effectOf = async ({ client }: Pick<TestApp, 'client'>, number = 1) => {
  const change = await client.changes.get({ number })
  const effect = change.effects[0]
  if (!effect) throw new Error(`no effect of ${number}`)
  return effect
}

const percent = (share: number | null | undefined) => Math.round((share ?? Number.NaN) * 1000) / 10

describe('what a change did', () => {
  it('a prompt rewritten on 27 September goes from about 28 to about 9: Better, whatever the September review said', async () => {
    await using app = await createTestApp({ today: '2026-08-01' })
    await app.client.workflows.create(inMinutes({ goLiveOn: '2026-03-01' }))
    await holdReview(app, { workflowId: 1, month: '2026-08', outputs: spread('2026-08', 28) })
    const september = [...dated('2026-09-10', 32, 24, 30, 26), ...dated('2026-09-20', 31, 25, 28, 28)]
    await holdReview(app, {
      workflowId: 1,
      month: '2026-09',
      outputs: [...september, ...dated('2026-09-28', 10, 8)],
      finishOn: '2026-10-02',
    })
    await app.client.changes.create(aChange('2026-09-27'))
    expect(await effectOf(app)).toMatchObject({ state: 'waiting', waitingFor: '2026-10', looks: [] })
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 9) })
    const effect = await effectOf(app)
    const [look] = effect.looks
    expect(look).toMatchObject({ stage: 'first_look', month: '2026-10', verdict: 'better' })
    expect([percent(look?.before.mean), look?.before.n, percent(look?.after.mean), look?.after.n]).toEqual([
      28, 18, 9, 12,
    ])
    expect(look?.before.to).toBe('2026-09-20')
    expect(effectHeadline(effect, 'Customer replies', '2026-11-06', 'en-GB')).toBe(
      'Editing of Customer replies fell from 28.0% to 9.0%, at a first look',
    )
  })

  it('names the outputs behind both sides', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-01'))
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 9) })
    const { before, after } = await app.client.changes.outputs({ number: 1, workflowId: 1 })
    expect([before.length, after.length]).toEqual([20, 10])
    expect(before.every(({ writtenOn }) => (writtenOn ?? '') < '2026-10-01')).toBe(true)
    expect(after.every(({ writtenOn }) => (writtenOn ?? '') >= '2026-10-01')).toBe(true)
    const { effects } = await app.client.changes.get({ number: 1 })
    expect(effects[0]?.looks[0]?.after.outputIds.toSorted()).toEqual(after.map(({ id }) => id).toSorted())
  })

  it('keeps each look as it was told, and logs it', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-01'))
    for (const [month, minutes] of [
      ['2026-10', 26],
      ['2026-11', 9],
      ['2026-12', 9],
    ] as const) {
      await holdReview(app, { workflowId: 1, month, outputs: spread(month, minutes) })
    }
    const { looks, waitingFor } = await effectOf(app)
    expect(looks.map(({ stage, month, verdict }) => [stage, month, verdict])).toEqual([
      ['first_look', '2026-10', 'about_the_same'],
      ['firming_up', '2026-11', 'better'],
      ['settled', '2026-12', 'better'],
    ])
    expect(waitingFor).toBeNull()
    const told = app.inspect((db) =>
      db.prepare("SELECT actor, after FROM audit WHERE action = 'look' ORDER BY seq").all(),
    ) as { actor: string; after: string }[]
    expect(told.map(({ actor, after }) => [actor, (JSON.parse(after) as { stage: string }).stage])).toEqual([
      ['evenkeel', 'first_look'],
      ['evenkeel', 'firming_up'],
      ['evenkeel', 'settled'],
    ])
    const kept = app.inspect((db) => db.prepare('SELECT cause FROM effect_looks ORDER BY id').pluck().all())
    expect(kept).toEqual(['review', 'review', 'review'])
  })

  it('an entry written down later moves looks that were told; the earlier ones stay in the record', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-01'))
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 9) })
    expect((await effectOf(app)).looks[0]?.after.n).toBe(10)
    app.clock.moveTo('2026-11-20')
    await app.client.changes.create(aChange('2026-10-15', { what: 'Another' }))
    expect((await effectOf(app)).looks[0]?.after.n).toBe(6)
    const rows = app.inspect((db) =>
      db.prepare('SELECT cause FROM effect_looks WHERE change_number = 1 ORDER BY id').pluck().all(),
    )
    expect(rows).toEqual(['review', 'record'])
  })

  it('of one rolled back on the same day nothing is told', async () => {
    await using app = await reviewedInAutumn(25, 25)
    const prompt = await app.client.documents.create({
      kind: 'prompt',
      workflowId: 1,
      name: 'Prompt',
      text: 'First.',
    })
    const publish = async (text: string) => {
      const { draft } = await app.client.documents.get({ id: prompt.id })
      await app.client.documents.saveDraft({ id: prompt.id, rev: draft?.rev ?? null, text, sectionIds: [] })
      return app.client.documents.publish({
        id: prompt.id,
        why: 'x',
        liveOn: '2026-10-05',
        decidedBy: '',
        approvedBy: '',
      })
    }
    await publish('First.')
    await publish('Second.')
    const { versions } = await app.client.documents.get({ id: prompt.id })
    await app.client.documents.goBack({
      versionId: versions.at(-1)?.id ?? 0,
      why: 'x',
      liveOn: '2026-10-05',
      decidedBy: '',
      approvedBy: '',
    })
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 14.2) })
    expect((await Promise.all([1, 2, 3].map((number) => effectOf(app, number)))).map(standingOf)).toEqual([
      'starting_point',
      'rolled_back',
      'cannot_be_told',
    ])
  })

  it('cannot be told across a change of the measure, and says why', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-01'))
    const workflow = await app.client.workflows.get({ id: 1 })
    await app.client.workflows.update(updateOf(workflow, { measure: 'text', reason: 'No minutes any more.' }))
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 9) })
    const effect = await effectOf(app)
    expect(effect.looks[0]).toMatchObject({ verdict: 'cannot_be_told', why: 'measure_changed' })
    const { rows } = await app.client.changes.list({ workflowId: 1, search: '', offset: 0 })
    expect(rows.map(({ number, effects }) => [number, effects.length])).toEqual([
      [2, 0],
      [1, 1],
    ])
  })

  it('of a pilot counts its team where the outputs name people', async () => {
    await using app = await createTestApp({ today: '2026-09-01' })
    await app.client.workflows.create(inMinutes({ goLiveOn: '2026-03-01' }))
    const by = (month: string, minutes: number) =>
      spread(month, minutes).map((output, index) => ({ ...output, by: index % 2 === 0 ? 'Noor' : 'Ana' }))
    await holdReview(app, { workflowId: 1, month: '2026-08', outputs: by('2026-08', 28) })
    await holdReview(app, { workflowId: 1, month: '2026-09', outputs: by('2026-09', 28) })
    const prompt = await app.client.documents.create({
      kind: 'prompt',
      workflowId: 1,
      name: 'Prompt',
      text: 'First.',
    })
    const approval = { why: 'x', decidedBy: '', approvedBy: '' }
    await app.client.documents.publish({ id: prompt.id, liveOn: '2026-09-01', ...approval })
    await app.client.documents.saveDraft({ id: prompt.id, rev: null, text: 'Second.', sectionIds: [] })
    await app.client.documents.publish({
      id: prompt.id,
      liveOn: '2026-10-01',
      ...approval,
      rollOut: { stage: 'pilot', team: 'Noor', until: '2026-12-31' },
    })
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: by('2026-10', 9) })
    expect(await effectOf(app, 2)).toMatchObject({
      isTeamOnly: true,
      looks: [{ before: { n: 10 }, after: { n: 5 } }],
    })
  })

  it('of two workflows is measured on each, and exported with a row for each', async () => {
    await using app = await reviewedInAutumn()
    await app.client.workflows.create(aWorkflow({ name: 'Adverts' }))
    await app.client.changes.create(aChange('2026-10-01', { workflowIds: [1, 2] }))
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 9) })
    const { fileId } = await app.client.exports.list({ list: { kind: 'changes' }, format: 'csv' })
    const answer = await app.fetch(`/files/${fileId}`)
    const text = (await answer.text()).replace(/\b0\.\d+/g, (share) => Number(share).toFixed(2))
    const [, ...lines] = text.trim().split('\r\n')
    const what =
      'Prompt,"Prices looked up, not remembered",Quote the prices you know.,Quote prices from the list only.,Prices were made up.,,'
    const recorded = '2026-10-05T09:30:00.000Z,Owner,1'
    expect(lines).toEqual([
      `1,2026-10-01,Adverts,${what},,,,Waiting,,,,,${recorded}`,
      `1,2026-10-01,Customer replies,${what},0.28,0.09,-19,Better,First look,"20 before, 10 after",,,${recorded}`,
    ])
  })

  it('is closed by keeping the wording: nothing later is told, and Home asks no more', async () => {
    await using app = await reviewedInAutumn(12, 12)
    await app.client.changes.create(aChange('2026-10-01'))
    expect(await refusal(app.client.changes.keep({ number: 1, workflowId: 1 }))).toMatchObject({
      code: 'CONFLICT',
    })
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 30) })
    // One row a workflow: a month above the line stands first, the effect beside it.
    const asked = async () =>
      (await app.client.results.home()).todos.filter(({ detail }) =>
        detail.includes('rose from 12.0% to 30.0%'),
      )
    expect(await asked()).toHaveLength(1)
    const kept = await app.client.changes.keep({ number: 1, workflowId: 1 })
    expect(kept.effects[0]).toMatchObject({ keptOn: '2026-11-05', waitingFor: null })
    expect(await asked()).toEqual([])
    await holdReview(app, { workflowId: 1, month: '2026-11', outputs: spread('2026-11', 30) })
    expect((await effectOf(app)).looks.map(({ month }) => month)).toEqual(['2026-10'])
    expect(await app.client.changes.waiting()).toEqual({ rows: [], total: 0 })
    // Opened again, it counts what was reviewed in between.
    const again = await app.client.changes.keep({ number: 1, workflowId: 1, isKept: false })
    expect(again.effects[0]).toMatchObject({ keptOn: null, waitingFor: '2026-12' })
    expect((await effectOf(app)).looks.map(({ month }) => month)).toEqual(['2026-10', '2026-11'])
    const logged = app.inspect((db) =>
      db.prepare("SELECT before FROM audit WHERE entity = 'change' AND action = 'reopen'").pluck().all(),
    )
    expect(logged).toEqual(['{"workflowId":1,"keptOn":"2026-11-05"}'])
  })

  it('is rolled back by a change written by hand that restores its earlier wording: nobody asks to keep it', async () => {
    await using app = await reviewedInAutumn(12, 12)
    const change = aChange('2026-10-01')
    await app.client.changes.create(change)
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 30) })
    const asked = async () =>
      JSON.stringify(await app.client.results.home()).includes('rose from 12.0% to 30.0%')
    expect(await asked()).toBe(true)
    const back = { from: change.to, to: `${change.from} `, what: 'Back to the wording before' }
    await app.client.changes.create(aChange('2026-12-01', { ...back }))
    expect(await effectOf(app, 2)).toMatchObject({ state: 'planned' })
    expect(await effectOf(app)).toMatchObject({ rolledBackBy: null })
    await app.client.changes.create(aChange('2026-11-03', { kind: 'other', from: '', to: '' }))
    expect(await app.client.changes.create(aChange('2026-11-05', back))).toMatchObject({ reverts: 1 })
    expect(await effectOf(app)).toMatchObject({ rolledBackBy: 4, looks: [{ verdict: 'worse' }] })
    expect(await app.client.changes.get({ number: 1 })).toMatchObject({ revertedBy: 4 })
    expect(await asked()).toBe(false)
  })

  it('is gone back on by a planned change once that is live, with or without wordings', async () => {
    await using app = await reviewedInAutumn(12, 12)
    const { client } = app
    const bare = { kind: 'other', from: '', to: '' } as const
    await client.changes.create(aChange('2026-10-01', bare))
    const back = aChange('2026-11-20', { ...bare, what: 'Back to how it was before change 1', reverts: 1 })
    expect(await client.changes.create(back)).toMatchObject({ reverts: 1, plan: 'planned' })
    expect(await client.changes.get({ number: 1 })).toMatchObject({ revertedBy: null })
    expect(await effectOf(app)).toMatchObject({ rolledBackBy: null })
    app.clock.moveTo('2026-11-20')
    await client.changes.goLive({ number: 2, liveOn: '2026-11-20' })
    expect(await client.changes.get({ number: 1 })).toMatchObject({ revertedBy: 2 })
    expect(await effectOf(app)).toMatchObject({ rolledBackBy: 2 })
    expect(await refusal(client.changes.create({ ...back, onDate: '2026-11-20' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'Change 2 has gone back on change 1 already.',
    })
  })

  it('settled as Worse is the next step: taken back, until the owner keeps it', async () => {
    await using app = await reviewedInAutumn(12, 12)
    await app.client.changes.create(aChange('2026-10-01'))
    const proposed = async () => {
      const { finding } = await app.client.results.workflow({ workflowId: 1 })
      const { todos } = await app.client.results.home()
      return { step: finding?.nextStep, todo: todos.find(({ id }) => id === 'finding:1') }
    }
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 30) })
    expect((await proposed()).step).toMatchObject({ kind: 'wait_for_effect', changeNumber: 1 })
    await holdReview(app, { workflowId: 1, month: '2026-11', outputs: spread('2026-11', 30) })
    await holdReview(app, { workflowId: 1, month: '2026-12', outputs: spread('2026-12', 30) })
    const { step, todo } = await proposed()
    expect(step).toEqual({ kind: 'go_back', changeNumber: 1 })
    expect(todo).toMatchObject({
      action: 'Take change 1 back, or plan an update',
      target: { page: 'change', number: 1 },
      detail: expect.stringContaining(
        'Also: After change 1: editing of Customer replies rose from 12.0% to 30.0%, and that is settled.',
      ),
    })
    await app.client.changes.keep({ number: 1, workflowId: 1 })
    expect((await proposed()).step).toEqual({ kind: 'plan_update' })
  })

  it('of a retired workflow waits for nothing', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-01'))
    await retire(app.client, 1, app.clock.today())
    expect(await app.client.changes.waiting()).toEqual({ rows: [], total: 0 })
  })

  it('is found by kind and by who decided it', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-05', { decidedBy: 'Mia Berg' }))
    await app.client.changes.create(aChange('2026-10-05', { kind: 'model' }))
    const numbers = async (filter: Partial<Parameters<Client['changes']['list']>[0]>) => {
      const all = { workflowId: null, search: '', offset: 0 }
      const { rows, total } = await app.client.changes.list({ ...all, ...filter })
      return [total, ...rows.map(({ number }) => number)]
    }
    expect([await numbers({ kind: 'model' }), await numbers({ search: 'mia' }), await numbers({})]).toEqual([
      [1, 2],
      [1, 1],
      [2, 2, 1],
    ])
  })

  it('settled, begins the run chart anew (R6)', async () => {
    await using app = await createTestApp({ today: '2025-10-01' })
    await app.client.workflows.create(inMinutes({ goLiveOn: '2025-09-01' }))
    for (const month of ['2026-03', '2026-04']) {
      await holdReview(app, { workflowId: 1, month, outputs: spread(month, 24) })
    }
    await app.client.changes.create(aChange('2026-05-01'))
    for (const month of ['2026-05', '2026-06', '2026-07']) {
      await holdReview(app, { workflowId: 1, month, outputs: spread(month, 10) })
    }
    const { segments } = await app.client.results.workflow({ workflowId: 1 })
    expect(segments.map((segment) => [segment.months[0], segment.months.length])).toEqual([
      ['2026-03', 2],
      ['2026-05', 3],
    ])
  })
})

describe('which changes helped', () => {
  it('lists every effect there is a look at', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-01'))
    expect(await app.client.changes.told()).toEqual([])
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 9) })
    expect(await app.client.changes.told()).toMatchObject([
      { number: 1, workflowName: 'Customer replies', effect: { looks: [{ verdict: 'better' }] } },
    ])
  })
})

describe('Home', () => {
  const changeDates = async (client: Client) =>
    (await client.results.home()).dates.filter(({ what }) => /“after”|next look/.test(what))

  it('shows with which review a change gets its after, then its next look', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-05'))
    const what = 'Change 1 gets its “after” with the October review'
    const october = { on: '2026-11-07', isOverdue: false, target: { page: 'session', month: '2026-10' } }
    expect(await changeDates(app.client)).toEqual([{ ...october, what }])
    await app.client.changes.create(aChange('2026-10-05', { kind: 'other' }))
    const both = 'Changes 1 and 2 get their “after” with the October review'
    expect(await changeDates(app.client)).toEqual([{ ...october, what: both }])
    await holdReview(app, { workflowId: 1, month: '2026-10', outputs: spread('2026-10', 9) })
    expect((await changeDates(app.client)).map((date) => date.what)).toEqual([
      'Changes 1 and 2 get their next look with the November review',
    ])
  })

  it('asks for the review of a change that has waited for two finished months', async () => {
    await using app = await reviewedInAutumn()
    await app.client.changes.create(aChange('2026-10-05'))
    const asked = async () =>
      (await app.client.results.home()).todos.filter(({ id }) => id.startsWith('waiting:'))
    app.clock.moveTo('2026-11-30')
    expect(await asked()).toEqual([])
    expect(await changeDates(app.client)).toHaveLength(1)
    app.clock.moveTo('2026-12-01')
    expect(
      (await app.client.results.home()).todos.map(({ title, detail }) => title + detail).join(' '),
    ).toContain('Change 1 still waits for its “after”')
    expect(await changeDates(app.client)).toEqual([])
  })
})
