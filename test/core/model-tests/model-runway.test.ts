import { describe, expect, it } from 'vitest'
import { candidateIn, modelsNamedIn } from '../../../shared/domain/model-tests/announcement.ts'
import { runwayTo } from '../../../shared/domain/model-tests/runway.ts'
import { aTestedWorkflow } from '../../helpers/model-tests.ts'
import { createTestApp } from '../../helpers/test-app.ts'

describe('an announcement', () => {
  it.each([
    ['claude-sonnet-3-7 is retired on 15 January 2027.', ['claude-sonnet-3-7']],
    ['On Jan 5th, 2027 gpt-5.1 ends; use gpt-6. Again: gpt-6', ['gpt-5.1', 'gpt-6']],
    ['A fine-tuned model ends on 2027-02-03.', []],
  ])('%s', (text, models) => {
    expect(modelsNamedIn(text)).toEqual(models)
  })

  it('names the model to try: the first that is not in use', () => {
    const text = 'Anthropic retires Claude-Sonnet-3-7 and names claude-sonnet-4 in its place.'
    expect(candidateIn(text, ['claude-sonnet-3-7'])).toBe('claude-sonnet-4')
    expect(candidateIn('Prices rise.', [])).toBe('')
  })
})

describe('the runway', () => {
  it('leaves time for a test as long as the owner’s own, and for a pilot', () => {
    expect(runwayTo('2027-01-15', [])).toEqual({ startBy: '2026-12-04', testDays: 14, seconds: null })
    const past = [
      { days: 20, seconds: 3600 },
      { days: 3, seconds: 0 },
      { days: 30, seconds: 5400 },
    ]
    expect(runwayTo('2027-01-15', past)).toEqual({ startBy: '2026-11-28', testDays: 20, seconds: 4500 })
  })
})

it('Home says by when a test has to begin, and what a provider announced; a test under way takes both away', async () => {
  await using app = await createTestApp()
  const { client } = app
  const workflowId = await aTestedWorkflow(app, 1)
  const asks = async () =>
    (await client.results.home()).todos.filter(({ action }) => action === 'Test the model')
  const today = app.clock.today()
  expect((await client.modelTests.inUse())[0]).toMatchObject({ model: 'model-old', runway: null })
  expect(await asks()).toEqual([])
  const text = 'model-old-1 goes, model-new-2 comes.'
  const signal = await client.signals.record({
    ...{ kind: 'provider', text, onDate: today, workflowId, sectionId: null },
  })
  await client.provider.saveRetirement({ model: 'model-old', retiresOn: '2027-01-20' })
  expect((await client.modelTests.inUse())[0]).toMatchObject({
    retiresOn: '2027-01-20',
    source: 'owner',
    runway: { startBy: '2026-12-09', testDays: 14 },
  })
  expect(await asks()).toMatchObject([
    {
      title: 'Customer replies: start the model test by 9 December 2026',
      target: { page: 'new-model-test', workflowId, signalId: null },
    },
    { target: { page: 'new-model-test', workflowId, signalId: signal.id } },
  ])
  const fields = { heldOn: today, reason: text, workflowIds: [workflowId], candidate: 'model-new-2' }
  const test = await client.modelTests.create(fields)
  expect(test.workflows[0]).toMatchObject({
    current: { model: 'model-old' },
    candidate: { name: 'model-new-2', model: 'model-new-2', settings: 'Temperature: 0.2' },
  })
  expect(await asks()).toEqual([])
  await client.provider.saveRetirement({ model: 'model-old', retiresOn: null })
  expect((await client.modelTests.inUse())[0]).toMatchObject({ retiresOn: null, runway: null })
})
