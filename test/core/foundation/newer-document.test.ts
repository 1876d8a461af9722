import { describe, expect, it } from 'vitest'
import { aWorkflow } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

async function aFoundation(app: TestApp) {
  const { id: workflowId } = await app.client.workflows.create(aWorkflow({ goLiveOn: '2026-01-01' }))
  const { section, prompt } = documentsOf(app)
  const tone = await section('Tone', 'Warm and short.', '2026-09-01')
  const terms = await section('Terms', 'Pay within 30 days.', '2026-09-01')
  await prompt(workflowId, 'Answer {{input}}.', '2026-09-02', [tone.id])
  return { workflowId, tone, terms }
}

const numbers = (app: TestApp) =>
  app.inspect((db) => db.prepare('SELECT count(*) FROM changes').pluck().get() as number)

describe('a newer document', () => {
  it('is compared with the wordings in force', async () => {
    await using app = await createTestApp({ today: '2026-11-21' })
    const { tone, terms } = await aFoundation(app)
    const sections = [
      { name: '1. Tone', text: 'Warm and brief.' },
      { name: 'Returns', text: 'Within a fortnight.' },
    ]
    expect(await app.client.documents.compareSections({ sections })).toEqual({
      existing: [
        { id: tone.id, name: 'Tone', text: 'Warm and short.', version: { number: 1, liveOn: '2026-09-01' } },
        {
          id: terms.id,
          name: 'Terms',
          text: 'Pay within 30 days.',
          version: { number: 1, liveOn: '2026-09-01' },
        },
      ],
      matches: [tone.id, null],
    })
  })

  it('is taken as next versions and new sections, each with its change, its release and the one reason', async () => {
    await using app = await createTestApp({ today: '2026-11-21' })
    const { client } = app
    const { workflowId, tone, terms } = await aFoundation(app)
    const made = await client.documents.takeSections({
      sections: [
        { documentId: tone.id, name: '1. Tone', text: 'Warm and brief.' },
        { documentId: null, name: 'Returns', text: 'Within a fortnight.' },
      ],
      ...approval('2026-11-20'),
    })
    const [first, second] = await Promise.all(
      made.map(({ changeNumber }) => client.changes.get({ number: changeNumber })),
    )
    expect(first).toMatchObject({
      what: 'Tone: version 2',
      ...{ from: 'Warm and short.', to: 'Warm and brief.', onDate: '2026-11-20', isStartingPoint: false },
      why: 'The old one was out of date.',
    })
    expect(second).toMatchObject({
      what: 'Returns: first version',
      to: 'Within a fortnight.',
      isStartingPoint: false,
    })
    expect(
      (await client.documents.list({ workflowId: null })).map(({ name, current }) => [name, current?.number]),
    ).toEqual([
      ['Tone', 2],
      ['Terms', 1],
      ['Returns', 1],
    ])
    const { release } = await client.releases.at({ workflowId, on: '2026-11-21' })
    expect(release?.parts.find(({ documentId }) => documentId === tone.id)?.version).toBe(2)
    expect((await client.documents.get({ id: terms.id })).versions).toHaveLength(1)
  })

  it('may be planned for a day ahead', async () => {
    await using app = await createTestApp({ today: '2026-11-21' })
    const { tone } = await aFoundation(app)
    const sections = [{ documentId: tone.id, name: 'Tone', text: 'Warm and brief.' }]
    await app.client.documents.takeSections({ sections, ...approval('2027-01-01') })
    expect(await app.client.documents.get({ id: tone.id })).toMatchObject({
      current: { number: 1 },
      planned: { onDate: '2027-01-01' },
    })
  })

  it.each([
    ['a wording that is in force already', { documentId: 2, name: 'Terms', text: 'Pay within 30 days.' }],
    ['a section without text', { documentId: 2, name: 'Terms', text: ' ' }],
    ['a name that is taken', { documentId: null, name: 'terms', text: 'x' }],
    ['a section that is gone', { documentId: 99, name: 'Gone', text: 'x' }],
  ])('keeps nothing of what is refused: %s', async (_, wrong) => {
    await using app = await createTestApp({ today: '2026-11-21' })
    const { tone } = await aFoundation(app)
    const before = numbers(app)
    const sections = [{ documentId: tone.id, name: 'Tone', text: 'Warm and brief.' }, wrong]
    const call = app.client.documents.takeSections({ sections, ...approval('2026-11-20') })
    expect(await refusal(call)).toMatchObject({
      code: expect.stringMatching(/INVALID_INPUT|NOT_FOUND|CONFLICT/),
    })
    expect(numbers(app)).toBe(before)
    expect((await app.client.documents.get({ id: tone.id })).versions).toHaveLength(1)
  })
})
