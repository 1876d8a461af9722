import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../shared/contract/documents.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

type Fields = { role?: string; leftOn?: string | null; id?: number | null }

const savePerson = ({ client }: TestApp, name: string, fields: Fields = {}) =>
  client.people.save({ id: null, name, role: '', leftOn: null, ...fields })

async function withSections(...names: string[]) {
  const app = await createTestApp()
  const sections: Document[] = []
  for (const name of names) sections.push(await documentsOf(app).section(name, `${name} text.`, '2026-11-01'))
  const check = (id: number, verifier: string) => {
    const section = sections.find((each) => each.id === id)
    return app.client.documents.update({ id, name: section?.name ?? '', verifier, intervalDays: 90 })
  }
  const verifiers = async () =>
    (await app.client.documents.list({ workflowId: null })).map(({ verifier }) => verifier)
  return { app, client: app.client, sections, check, verifiers, [Symbol.asyncDispose]: app.dispose }
}

const audited = (app: TestApp, entity: string) =>
  app.inspect((db) =>
    db
      .prepare<[string], { action: string; before: string | null; after: string | null }>(
        'SELECT action, before, after FROM audit WHERE entity = ? ORDER BY seq',
      )
      .all(entity)
      .map(({ action, before, after }) => ({
        action,
        before: JSON.parse(before ?? 'null') as { name: string; verifier?: string } | null,
        after: JSON.parse(after ?? 'null') as { name: string; verifier?: string } | null,
      })),
  )

describe('people', () => {
  it('are kept with what they check, whatever the case of the letters; those who left come last', async () => {
    await using set = await withSections('Tone', 'Terms')
    await savePerson(set.app, 'Åsa Berg', { leftOn: '2026-11-01' })
    await savePerson(set.app, 'Jonas Weber', { role: 'Support lead' })
    await set.check(1, 'jonas weber')
    await set.check(2, 'Nobody saved')
    expect(await set.client.people.list()).toEqual([
      {
        id: 2,
        name: 'Jonas Weber',
        role: 'Support lead',
        leftOn: null,
        checks: ['Tone'],
        holds: [{ kind: 'section', id: 1, name: 'Tone' }],
      },
      {
        id: 3,
        name: 'Nobody saved',
        role: '',
        leftOn: null,
        checks: ['Terms'],
        holds: [{ kind: 'section', id: 2, name: 'Terms' }],
      },
      { id: 1, name: 'Åsa Berg', role: '', leftOn: '2026-11-01', checks: [], holds: [] },
    ])
  })

  it.each(['Jonas Weber', ' JONAS weber '])('have one name each: %s is refused', async (name) => {
    await using app = await createTestApp()
    await savePerson(app, 'Jonas Weber', { role: 'Support lead' })
    expect(await refusal(savePerson(app, name))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Jonas Weber is here already. Add something that tells the two apart.',
      fields: ['name'],
    })
    expect(await app.client.people.list()).toHaveLength(1)
  })

  it('of whom only the name is known are completed by whoever gives the name again', async () => {
    await using set = await withSections('Tone')
    await set.check(1, 'Jonas Weber')
    const completed = await savePerson(set.app, 'Jonas Weber', { role: 'Support lead' })
    expect(completed).toMatchObject({ id: 1, role: 'Support lead', checks: ['Tone'] })
    expect(await set.client.people.list()).toEqual([completed])
  })

  it('take their sections along when they are renamed', async () => {
    await using set = await withSections('Tone')
    const { id } = await savePerson(set.app, 'Jonas Weber')
    await set.check(1, 'Jonas Weber')
    const renamed = await savePerson(set.app, 'Jonas Weber-Lind', { id })
    expect(renamed).toMatchObject({ id, name: 'Jonas Weber-Lind', role: '', leftOn: null, checks: ['Tone'] })
    expect(await set.verifiers()).toEqual(['Jonas Weber-Lind'])
  })

  it('are removed only when nothing depends on them', async () => {
    await using set = await withSections('Tone', 'Terms')
    const { id } = await savePerson(set.app, 'Jonas Weber')
    await set.check(1, 'Jonas Weber')
    await set.check(2, 'Jonas Weber')
    expect(await refusal(set.client.people.remove({ id }))).toMatchObject({
      code: 'CONFLICT',
      message: 'Jonas Weber checks Tone and Terms. Give that to somebody else first.',
    })
    await set.check(1, '')
    await set.check(2, '')
    await set.client.people.remove({ id })
    expect(await set.client.people.list()).toEqual([])
    expect(await refusal(set.client.people.remove({ id }))).toMatchObject({ code: 'NOT_FOUND' })
    expect(audited(set.app, 'person').map(({ action }) => action)).toEqual(['create', 'remove'])
  })

  it('are not removed while they have something to do after a Foundation review', async () => {
    await using set = await withSections('Tone')
    const { id } = await savePerson(set.app, 'Jonas Weber')
    await set.check(1, 'Jonas Weber')
    await set.app.close()
    const db = new Database(join(set.app.dataDir, 'evenkeel.db'))
    db.exec(`
      INSERT INTO foundation_reviews (id, held_on, state, reason, created_at)
      VALUES (1, '2026-11-10', 'finished', '{}', '2026-11-10T09:00:00.000Z');
      INSERT INTO actions (review_id, section_id, kind, what, who, who_id, due_on)
      VALUES (1, 1, 'change', 'Less stiff', 'JONAS weber', ${id}, '2026-11-20')`)
    db.close()
    await set.app.restart()
    const remove = () => refusal(set.client.people.remove({ id }))
    expect(await remove()).toMatchObject({
      message: 'Jonas Weber checks Tone and still has to do: “Less stiff”. Give that to somebody else first.',
    })
    await set.check(1, '')
    expect(await remove()).toMatchObject({
      message: 'Jonas Weber still has to do: “Less stiff”. Give that to somebody else first.',
    })
    await set.client.foundationReviews.closeAction({ actionId: 1, state: 'done', note: 'Done.' })
    expect(await remove()).toBe('accepted')
  })

  it('hand everything they check to another at once', async () => {
    await using set = await withSections('Tone', 'Terms', 'Offer')
    const from = await savePerson(set.app, 'Jonas Weber')
    const to = await savePerson(set.app, 'Ines Moreau')
    for (const { id } of set.sections) await set.check(id, id === 3 ? 'Dana' : 'Jonas Weber')
    const people = await set.client.people.handOver({ fromId: from.id, toId: to.id })
    expect(people.map(({ name, checks }) => ({ name, checks }))).toEqual([
      { name: 'Dana', checks: ['Offer'] },
      { name: 'Ines Moreau', checks: ['Tone', 'Terms'] },
      { name: 'Jonas Weber', checks: [] },
    ])
    expect(await set.verifiers()).toEqual(['Ines Moreau', 'Ines Moreau', 'Dana'])
    const moved = audited(set.app, 'document').filter(({ action }) => action === 'hand_over')
    expect(moved.map(({ before, after }) => [before?.name, before?.verifier, after?.verifier])).toEqual([
      ['Tone', 'Jonas Weber', 'Ines Moreau'],
      ['Terms', 'Jonas Weber', 'Ines Moreau'],
    ])
  })

  it('hand nothing to themselves, to somebody who left, or to somebody who is not there', async () => {
    await using set = await withSections('Tone')
    const from = await savePerson(set.app, 'Jonas Weber')
    const left = await savePerson(set.app, 'Ines Moreau', { leftOn: '2026-11-21' })
    await set.check(1, 'Jonas Weber')
    const handOver = (toId: number) => refusal(set.client.people.handOver({ fromId: from.id, toId }))
    expect([await handOver(from.id), await handOver(left.id), await handOver(99)]).toMatchObject([
      { message: 'Choose somebody else than Jonas Weber.', fields: ['toId'] },
      { message: 'Ines Moreau left on 21 November 2026. Choose somebody who is here.', fields: ['toId'] },
      { code: 'NOT_FOUND' },
    ])
    expect(await set.verifiers()).toEqual(['Jonas Weber'])
  })
})

describe('somebody who left', () => {
  const says = (advice: string, field: string) => ({
    code: 'INVALID_INPUT',
    message: `Jonas Weber left on 20 November 2026. ${advice}`,
    fields: [field],
  })

  it('cannot be named as who checks, decides or approves', async () => {
    await using set = await withSections('Tone')
    const { client } = set
    await savePerson(set.app, 'Jonas Weber', { leftOn: '2026-11-20' })
    expect(await refusal(set.check(1, 'jonas weber'))).toEqual(says('Enter who checks it now.', 'verifier'))
    expect(await refusal(client.documents.verify({ id: 1, by: 'Jonas Weber' }))).toEqual(
      says('Enter who checks it now.', 'by'),
    )
    await client.documents.saveDraft({ id: 1, rev: null, text: 'New.', sectionIds: [] })
    const publish = (liveOn: string, names: object) =>
      refusal(client.documents.publish({ id: 1, ...approval(liveOn), ...names }))
    expect(await publish('2026-11-20', { approvedBy: 'Jonas Weber' })).toEqual(
      says('Enter who approves it.', 'approvedBy'),
    )
    expect(await publish('2026-11-20', { decidedBy: 'Jonas Weber' })).toEqual(
      says('Enter who decides it.', 'decidedBy'),
    )
    const importIt = client.documents.importSections({
      sections: [{ name: 'Terms', text: '30 days.' }],
      ...approval('2026-11-21'),
      approvedBy: 'Jonas Weber',
    })
    expect(await refusal(importIt)).toEqual(says('Enter who approves it.', 'approvedBy'))
    expect((await client.documents.get({ id: 1 })).versions).toHaveLength(1)
    expect(await publish('2026-11-19', { approvedBy: 'Jonas Weber' })).toBe('accepted')
  })

  it.each([
    [['Tone'], 'Tone has nobody who checks it', 'Choose who checks it'],
    [['Tone', 'Terms'], 'Tone and Terms have nobody who checks them', 'Choose who checks them'],
    [['A', 'B', 'C', 'D'], '4 sections have nobody who checks them', 'Choose who checks them'],
  ])('and still checks %j is named on Home', async (names, title, action) => {
    await using set = await withSections(...names)
    const { id } = await savePerson(set.app, 'Jonas Weber')
    for (const section of set.sections) await set.check(section.id, 'Jonas Weber')
    const todos = async () =>
      (await set.client.results.home()).todos.filter(({ target }) => target.page === 'people')
    await savePerson(set.app, 'Jonas Weber', { id, leftOn: '2026-11-22' })
    expect(await todos()).toEqual([])
    set.app.clock.moveTo('2026-11-22')
    expect(await todos()).toMatchObject([{ id: `left:${id}`, title: `Jonas Weber left: ${title}`, action }])
  })

  it('counts as here until the day itself', async () => {
    await using set = await withSections('Tone')
    await savePerson(set.app, 'Jonas Weber', { leftOn: '2026-12-01' })
    expect(await set.check(1, 'Jonas Weber')).toMatchObject({ verifier: 'Jonas Weber' })
    set.app.clock.moveTo('2026-12-01')
    expect(await refusal(set.check(1, 'Jonas Weber'))).toMatchObject({ fields: ['verifier'] })
  })
})
