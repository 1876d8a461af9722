import { describe, expect, it } from 'vitest'
import { companyOf0110 } from '../../helpers/company-0110.ts'
import { refusal, type TestApp } from '../../helpers/test-app.ts'

async function personNamed({ client }: TestApp, name: string) {
  const person = (await client.people.list()).find((each) => each.name === name)
  if (!person) throw new Error(`${name} is no person`)
  return person
}

async function rename(app: TestApp, name: string, to: string) {
  const { id, role, leftOn } = await personNamed(app, name)
  return app.client.people.save({ id, name: to, role, leftOn })
}

const ownersOf = async ({ client }: TestApp) =>
  (await client.workflows.list()).map(({ processOwner }) => processOwner)

describe('whoever is named', () => {
  it('in a company of schema 0110 is a person, once each, with everything that hangs on them', async () => {
    await using app = await companyOf0110()
    for (const owner of await ownersOf(app)) await personNamed(app, owner)
    const sofia = await personNamed(app, 'Sofia Marques')
    expect(sofia.holds.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'deputy Customer replies',
      'section Offer and prices',
      'section Customers',
      'section Terms',
      'action Add the names of the new lifting tables',
      'dependency Proposals: Price list in force',
      'dependency Proposals: Notes of visits',
    ])
    const names = (await app.client.people.list()).map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  it('as the owner of a workflow becomes a person and keeps their name of today', async () => {
    await using app = await companyOf0110()
    const [workflow] = await app.client.workflows.list()
    if (!workflow) throw new Error('There is no workflow')
    const { id, rev } = workflow
    await app.client.workflows.update({ ...workflow, id, rev, processOwner: 'Ines Moreau', reason: '' })
    await rename(app, 'Ines Moreau', 'Ines Lind')
    expect((await ownersOf(app))[0]).toBe('Ines Lind')
    expect((await personNamed(app, 'Ines Lind')).holds).toEqual([
      { kind: 'workflow', id, name: workflow.name },
    ])
  })
})

describe('a person who is renamed', () => {
  it('goes by the new name where the present is meant, by the old one in records of the past', async () => {
    await using app = await companyOf0110()
    const { client } = app
    const records = async () => [
      (await client.foundationReviews.get({ id: 2 })).attendees,
      (await client.changes.list({ workflowId: null, search: '', offset: 0 })).rows.map(
        ({ decidedBy, approvedBy }) => [decidedBy, approvedBy],
      ),
      (await client.releases.list({ workflowId: 1 })).map(({ approvedBy }) => approvedBy),
    ]
    const before = await records()
    const { holds } = await personNamed(app, 'Dana')
    await rename(app, 'Dana', 'Dana Vester')
    expect((await personNamed(app, 'Dana Vester')).holds).toEqual(holds)
    expect((await client.register.get({ workflowId: 2 })).deputy).toBe('Dana Vester')
    const verifiers = (await client.documents.list({ workflowId: null })).map(({ verifier }) => verifier)
    expect(verifiers).toContain('Dana Vester')
    expect(verifiers).not.toContain('Dana')
    expect(await records()).toEqual(before)
  })

  it('stands in records that keep who it was, so leaves instead of being removed', async () => {
    await using app = await companyOf0110()
    const [dana, mira] = [await personNamed(app, 'Dana'), await personNamed(app, 'Mira Holt')]
    expect(await refusal(app.client.people.remove({ id: dana.id }))).toMatchObject({
      message: expect.stringMatching(
        /^Dana stands in for .* and checks .*Give that to somebody else first\.$/,
      ),
    })
    await app.client.people.handOver({ fromId: dana.id, toId: mira.id })
    expect(await refusal(app.client.people.remove({ id: dana.id }))).toMatchObject({
      message: expect.stringMatching(/Enter the day they left instead\.$/),
    })
  })
})

it('a hand-over gives everything on: what is owned, checked, to be done and planned', async () => {
  await using app = await companyOf0110()
  const { client } = app
  const attendees = ['Sofia Marques', 'Mira Holt'].map((name) => ({ name, role: '' }))
  await client.foundationReviews.prepare({ heldOn: '2026-11-25', attendees })
  const workflow = await client.workflows.get({ id: 1 })
  await client.workflows.update({ ...workflow, processOwner: 'Sofia Marques', reason: '' })
  const [sofia, mira] = [await personNamed(app, 'Sofia Marques'), await personNamed(app, 'Mira Holt')]
  expect(sofia.holds.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['workflow', 'deputy', 'section', 'review']),
  )
  await client.people.save({ ...sofia, leftOn: '2026-11-21' })
  const { todos } = await client.results.home()
  expect(todos).toContainEqual(
    expect.objectContaining({
      title: `Sofia Marques left: ${sofia.holds.length} things need somebody else`,
      action: 'Hand over',
    }),
  )
  await client.people.handOver({ fromId: sofia.id, toId: mira.id })
  expect((await personNamed(app, 'Sofia Marques')).holds).toEqual([])
  const taken = (await personNamed(app, 'Mira Holt')).holds
  expect(taken).toEqual(expect.arrayContaining(sofia.holds.filter(({ kind }) => kind !== 'review')))
  expect(taken.filter(({ kind }) => kind === 'review')).toHaveLength(1)
  expect((await client.workflows.get({ id: 1 })).processOwner).toBe('Mira Holt')
})
