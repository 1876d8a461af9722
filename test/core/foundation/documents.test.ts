import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { standingOf } from '../../../shared/domain/effects/standing.ts'
import { aWorkflow, drawMonth, judge } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const awkward = 'Zeile 1  \r\nline 2\t\n\u202bשלום\u202c مرحبا 👩‍👩‍👧 e\u0301 \u00a0\n\n'

async function withTone(today = '2026-03-20') {
  const app = await createTestApp({ today })
  const { id: workflowId } = await app.client.workflows.create(aWorkflow())
  const write = documentsOf(app)
  const tone = await write.section('Tone', 'Warm.', '2026-03-01')
  const all = () => app.client.documents.get({ id: tone.id })
  return { app, client: app.client, workflowId, write, tone, all, ...{ [Symbol.asyncDispose]: app.dispose } }
}

describe('a document', () => {
  it('begins as a draft only', async () => {
    await using app = await createTestApp()
    const made = await app.client.documents.create({
      kind: 'section',
      workflowId: null,
      name: ' Tone ',
      text: awkward,
    })
    expect(made).toEqual({
      id: 1,
      kind: 'section',
      workflowId: null,
      name: 'Tone',
      position: 1,
      verifier: '',
      intervalDays: 90,
      lastVerifiedOn: null,
      lastVerifiedBy: null,
      current: null,
      draft: { text: awkward, sectionIds: [], rev: expect.any(Number), savedAt: app.clock.now() },
      planned: null,
    })
    expect(await app.client.documents.list({ workflowId: null })).toEqual([made])
    expect(await app.client.documents.get({ id: 1 })).toEqual({ ...made, versions: [], checks: [] })
  })

  it('stands in the list with the beginnings of its wordings, and as a whole by itself', async () => {
    await using set = await withTone()
    const { client, tone, workflowId } = set
    const text = `${'x'.repeat(499)}😀 and the rest`
    const draft = 'y'.repeat(600)
    await set.write.again(tone, text, '2026-03-01')
    await client.documents.saveDraft({ id: tone.id, rev: null, text: draft, sectionIds: [] })
    await set.write.prompt(workflowId, text, '2026-03-01')
    const [listed] = await client.documents.list({ workflowId: null })
    const { versions: _versions, checks: _checks, ...whole } = await client.documents.get({ id: tone.id })
    expect(whole).toMatchObject({ current: { text }, draft: { text: draft } })
    expect(listed).toEqual({
      ...whole,
      current: { ...whole.current, text: 'x'.repeat(499) },
      draft: { ...whole.draft, text: 'y'.repeat(500) },
    })
    expect((await client.documents.list({ workflowId })).map(({ current }) => current?.text)).toEqual([text])
  })

  it.each([
    ['a name used before, in other letters', { kind: 'section', workflowId: null, name: 'TONE' }, 'name'],
    ['a section of a workflow', { kind: 'section', workflowId: 1, name: 'x' }, 'workflowId'],
    ['a prompt of no workflow', { kind: 'prompt', workflowId: null, name: 'x' }, 'workflowId'],
    ['a second prompt of a workflow', { kind: 'prompt', workflowId: 1, name: 'x' }, 'kind'],
    ['no name', { kind: 'section', workflowId: null, name: ' ' }, 'name'],
  ] as const)('is refused with %s', async (_case, fields, field) => {
    await using set = await withTone()
    await set.write.prompt(set.workflowId, 'Answer.', '2026-03-01')
    const call = set.client.documents.create({ ...fields, text: '' })
    expect(await refusal(call)).toMatchObject({ code: 'INVALID_INPUT', fields: [field] })
  })

  it('is renamed, given a verifier and moved without touching its versions', async () => {
    await using set = await withTone()
    const { client, tone } = set
    const terms = await set.write.section('Terms', '30 days.', '2026-03-01')
    const fields = { name: 'Tone of voice', verifier: 'Ines', intervalDays: 30 }
    const renamed = await client.documents.update({ id: tone.id, ...fields })
    expect(renamed).toMatchObject({ ...fields, current: tone.current })
    const order = async () => (await client.documents.list({ workflowId: null })).map(({ id }) => id)
    await client.documents.move({ id: tone.id, by: 1 })
    expect(await order()).toEqual([terms.id, tone.id])
    await client.documents.move({ id: tone.id, by: 1 })
    expect(await order()).toEqual([terms.id, tone.id])
    const taken = client.documents.update({ id: terms.id, ...fields, name: 'tone OF voice' })
    expect(await refusal(taken)).toMatchObject({ code: 'INVALID_INPUT', fields: ['name'] })
  })

  it('remembers who last checked it and when, and has to be published for that', async () => {
    await using set = await withTone()
    set.app.clock.moveTo('2026-03-22')
    await set.client.documents.verify({ id: set.tone.id, by: 'Jonas' })
    set.app.clock.moveTo('2026-03-25')
    const verified = await set.client.documents.verify({ id: set.tone.id, by: 'Ines' })
    expect(verified).toMatchObject({ lastVerifiedOn: '2026-03-25', lastVerifiedBy: 'Ines' })
    const draft = { kind: 'section', workflowId: null, name: 'Offer', text: 'x' } as const
    const { id } = await set.client.documents.create(draft)
    expect(await refusal(set.client.documents.verify({ id, by: 'Ines' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'Offer is not published yet, so there is nothing to check.',
    })
  })
})

describe('a draft', () => {
  it('is not overwritten by another window, and an old window never meets a later draft as its own', async () => {
    await using set = await withTone()
    const { client, tone } = set
    const save = (rev: number | null, text: string) =>
      client.documents.saveDraft({ id: tone.id, rev, text, sectionIds: [] })
    const saved = await save(null, 'One')
    const savedFirst =
      'This draft was saved in another window first. What you typed is still here: compare, then save again.'
    expect(await refusal(save(null, 'Two'))).toEqual({ code: 'CONFLICT', message: savedFirst, fields: [] })
    const again = await save(saved.rev, 'Three')
    expect(await refusal(save(saved.rev, 'Four'))).toMatchObject({ message: savedFirst })
    expect((await set.all()).draft).toEqual(again)

    await client.documents.discardDraft({ id: tone.id })
    expect((await set.all()).draft).toBeNull()
    expect(await refusal(save(again.rev, 'Five'))).toEqual({
      code: 'CONFLICT',
      message:
        'This draft was published or discarded in another window. What you typed is still here: compare, then save again.',
      fields: [],
    })
    const later = await save(null, 'Six')
    expect([saved.rev, again.rev]).not.toContain(later.rev)
  })

  it('of a prompt draws on Foundation sections only, each once', async () => {
    await using set = await withTone()
    const prompt = await set.write.prompt(set.workflowId, 'Answer.', '2026-03-01')
    const save = (id: number, sectionIds: number[]) =>
      set.client.documents.saveDraft({ id, rev: null, text: 'x', sectionIds })
    const refused = { code: 'INVALID_INPUT', fields: ['sectionIds'] }
    expect(await refusal(save(prompt.id, [prompt.id]))).toMatchObject(refused)
    expect(await refusal(save(prompt.id, [99]))).toMatchObject(refused)
    expect(await refusal(save(set.tone.id, [set.tone.id]))).toMatchObject(refused)
    expect((await save(prompt.id, [set.tone.id, set.tone.id])).sectionIds).toEqual([set.tone.id])
  })

  it('leaves its fingerprint in the log, not its text', async () => {
    await using set = await withTone()
    await set.client.documents.saveDraft({
      id: set.tone.id,
      rev: null,
      text: 'Secret wording',
      sectionIds: [],
    })
    const rows = set.app.inspect((db) =>
      db
        .prepare("SELECT after FROM audit WHERE action = 'save_draft' ORDER BY seq DESC LIMIT 1")
        .pluck()
        .get(),
    )
    expect(JSON.parse(String(rows))).toEqual({
      sectionIds: [],
      savedAt: set.app.clock.now(),
      characters: 14,
      textSha: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('publishing', () => {
  it('makes the next version with one change, and the draft is gone', async () => {
    await using set = await withTone()
    const { client, tone, workflowId } = set
    await client.documents.saveDraft({ id: tone.id, rev: null, text: awkward, sectionIds: [] })
    const { version, change } = await client.documents.publish({ id: tone.id, ...approval('2026-03-14') })
    expect(version).toEqual({
      id: 2,
      documentId: tone.id,
      number: 2,
      text: awkward,
      sectionIds: [],
      liveOn: '2026-03-14',
      publishedAt: set.app.clock.now(),
      approvedBy: 'Ines Moreau',
      why: 'The old one was out of date.',
      changeNumber: 2,
      restoredFrom: null,
      stages: [],
    })
    expect(change).toEqual({
      number: 2,
      onDate: '2026-03-14',
      workflowIds: [workflowId],
      workflowNames: ['Customer replies'],
      kind: 'foundation',
      what: 'Tone: version 2',
      from: 'Warm.',
      to: awkward,
      why: 'The old one was out of date.',
      decidedBy: 'Dana',
      approvedBy: 'Ines Moreau',
      reverts: null,
      revertedBy: null,
      documentId: tone.id,
      isAutomatic: false,
      isMeasureChange: false,
      isStartingPoint: false,
      plan: null,
      recordedAt: set.app.clock.now(),
    })
    const after = await set.all()
    expect([after.draft, after.current, after.versions]).toEqual([null, version, [version, tone.current]])
  })

  it('concerns the workflows whose prompt draws on a section now; where none does, all in production', async () => {
    await using set = await withTone()
    const { client, write, tone } = set
    const { id: second } = await client.workflows.create(aWorkflow({ name: 'Adverts', stage: 'pilot' }))
    await client.workflows.create(aWorkflow({ name: 'Proposals' }))
    const namesOf = async (text: string) => {
      const { current } = await write.again(tone, text, '2026-03-20')
      return (await client.changes.get({ number: current?.changeNumber ?? 0 })).workflowNames
    }
    expect(await namesOf('a')).toEqual(['Customer replies', 'Proposals'])
    const prompt = await write.prompt(second, 'Write.', '2026-03-20', [tone.id])
    expect(await namesOf('b')).toEqual(['Adverts'])
    await write.again(prompt, 'Write.', '2026-03-20', [])
    expect(await namesOf('c')).toEqual(['Customer replies', 'Proposals'])
    expect((await client.releases.list({ workflowId: second })).map(({ number }) => number)).toEqual([
      3, 2, 1,
    ])
  })

  it('of other sections alone says which a prompt drew on, and leaves the workflow’s own fields alone', async () => {
    await using set = await withTone()
    const { client, write, workflowId } = set
    const prompt = await write.prompt(workflowId, 'Answer.', '2026-03-20')
    const { current } = await write.again(prompt, 'Answer.', '2026-03-20', [set.tone.id])
    await write.model(workflowId, 'gpt-9', '2026-03-20')
    const { from, to, kind } = await client.changes.get({ number: current?.changeNumber ?? 0 })
    expect({ from, to, kind }).toEqual({ from: 'Draws on no section', to: 'Draws on Tone', kind: 'prompt' })
    expect((await client.workflows.get({ id: workflowId })).model).toBe('claude-sonnet-4')
  })

  it('before a workflow went live does not concern it', async () => {
    await using set = await withTone()
    const { client, write, tone } = set
    await client.workflows.create(aWorkflow({ name: 'Adverts', goLiveOn: null }))
    await client.workflows.create(aWorkflow({ name: 'Proposals', goLiveOn: '2026-03-10' }))
    const namesOn = async (liveOn: string) => {
      const { current } = await write.again(tone, `From ${liveOn}`, liveOn)
      return (await client.changes.get({ number: current?.changeNumber ?? 0 })).workflowNames
    }
    expect([await namesOn('2026-03-03'), await namesOn('2026-03-04'), await namesOn('2026-03-10')]).toEqual([
      ['Adverts'],
      ['Adverts', 'Customer replies'],
      ['Adverts', 'Customer replies', 'Proposals'],
    ])
  })

  it('of a model names it in the list of workflows; a pilot and a going back too, as far as everyone runs on it', async () => {
    await using set = await withTone()
    const { client, write, workflowId } = set
    const vendorAndModel = async () => {
      const { vendor, model, rev } = await client.workflows.get({ id: workflowId })
      return [vendor, model, rev]
    }
    const first = await write.model(
      workflowId,
      'Vendor: Mistral\nModel: large-3\nTemperature: 0.2',
      '2026-03-05',
    )
    expect(await vendorAndModel()).toEqual(['Mistral', 'large-3', 2])
    await client.documents.saveDraft({
      id: first.id,
      rev: null,
      text: 'Vendor: \nModel: large-4',
      sectionIds: [],
    })
    await client.documents.publish({
      id: first.id,
      ...approval('2026-03-06'),
      rollOut: { stage: 'pilot', team: 'Support', until: '2026-04-01' },
    })
    expect(await vendorAndModel()).toEqual(['Mistral', 'large-3', 2])
    await write.again(first, 'Vendor: \nModel: large-5', '2026-03-07')
    expect(await vendorAndModel()).toEqual(['Mistral', 'large-5', 3])
    await client.documents.goBack({ versionId: first.current?.id ?? 0, ...approval('2026-03-08') })
    expect(await vendorAndModel()).toEqual(['Mistral', 'large-3', 4])
    const { rows } = await client.changes.list({ workflowId, kind: 'model', search: '', offset: 0 })
    expect(rows.map(({ what }) => what)).toEqual([
      'Customer replies model: back to version 1',
      'Customer replies model: large-5',
      'Customer replies model: large-4',
      'Customer replies model: large-3',
    ])
    const logged = set.app.inspect((db) =>
      db.prepare("SELECT actor FROM audit WHERE entity = 'workflow' AND action = 'update'").pluck().all(),
    )
    expect(logged).toEqual(['evenkeel', 'evenkeel', 'evenkeel'])
  })

  it('closes actions about its own section only', async () => {
    await using set = await withTone()
    const { app, client, tone } = set
    await set.write.section('Terms', '30 days.', '2026-03-01')
    await app.close()
    const db = new Database(join(app.dataDir, 'evenkeel.db'))
    db.exec(`
      INSERT INTO foundation_reviews (id, held_on, state, reason, created_at)
      VALUES (1, '2026-03-10', 'finished', '{}', '2026-03-10T09:00:00.000Z');
      INSERT INTO actions (id, review_id, section_id, kind, what, who, due_on)
      VALUES (1, 1, 1, 'change', 'Less stiff', 'Ines', '2026-03-20'),
        (2, 1, 2, 'change', 'Write 14 days', 'Ines', '2026-03-20');`)
    db.close()
    await app.restart()
    const { rev } = await client.documents.saveDraft({
      id: tone.id,
      rev: null,
      text: 'Softer.',
      sectionIds: [],
    })
    const publish = (actionIds: number[]) =>
      client.documents.publish({ id: tone.id, ...approval('2026-03-20'), actionIds })
    expect(await refusal(publish([1, 2]))).toEqual({
      code: 'INVALID_INPUT',
      message: '“Write 14 days” is about Terms. Publish Terms to close it, or close it by hand.',
      fields: ['actionIds'],
    })
    expect(await set.all()).toMatchObject({ draft: { rev }, versions: [{ number: 1 }] })
    const { change } = await publish([1])
    expect((await client.changes.get({ number: change.number })).foundationReview).toEqual({
      id: 1,
      heldOn: '2026-03-10',
    })
    expect(await client.foundationReviews.actions({ state: 'all' })).toMatchObject([
      { id: 2, state: 'open', changeNumber: null },
      { id: 1, state: 'done', changeNumber: change.number },
    ])
  })

  it.each([
    ['the same text', 'Warm.', {}, 'Nothing changed against version 1.', []],
    ['no text', '  \n', {}, 'Tone has no text. Write it first, then publish it.', ['text']],
    ['no why', 'x', { why: ' ' }, 'Enter why it changes.', ['why']],
    [
      'a date before the newest version',
      'x',
      { liveOn: '2026-02-28' },
      'Version 1 has been live since 1 March 2026. Enter that day or a later one.',
      ['liveOn'],
    ],
  ])('is refused with %s and keeps the draft', async (_case, text, patch, message, fields) => {
    await using set = await withTone()
    const { client, tone } = set
    const draft = await client.documents.saveDraft({ id: tone.id, rev: null, text, sectionIds: [] })
    const call = client.documents.publish({ id: tone.id, ...approval('2026-03-20'), ...patch })
    expect(await refusal(call)).toEqual({ code: 'INVALID_INPUT', message, fields })
    expect(await set.all()).toMatchObject({ draft, versions: [{ number: 1 }] })
  })

  it('on a day ahead plans it: the wording in force stays until it is said to be live', async () => {
    await using set = await withTone()
    const { client, tone } = set
    await client.documents.saveDraft({ id: tone.id, rev: null, text: 'Warmer.', sectionIds: [] })
    const { version, change } = await client.documents.publish({ id: tone.id, ...approval('2026-04-01') })
    expect([version, change.plan, change.from, change.to]).toEqual([null, 'planned', 'Warm.', 'Warmer.'])
    expect(await set.all()).toMatchObject({
      current: { number: 1, text: 'Warm.' },
      draft: null,
      planned: { changeNumber: change.number, onDate: '2026-04-01' },
    })
    await client.documents.saveDraft({ id: tone.id, rev: null, text: 'Warmest.', sectionIds: [] })
    expect(await refusal(client.documents.publish({ id: tone.id, ...approval('2026-05-01') }))).toMatchObject(
      { code: 'CONFLICT' },
    )
    set.app.clock.moveTo('2026-04-02')
    await client.changes.goLive({ number: change.number, liveOn: '2026-04-01' })
    expect(await set.all()).toMatchObject({
      current: { number: 2, text: 'Warmer.', liveOn: '2026-04-01', changeNumber: change.number },
      draft: { text: 'Warmest.' },
      planned: null,
    })
  })

  it('is refused without a draft', async () => {
    await using set = await withTone()
    const call = set.client.documents.publish({ id: set.tone.id, ...approval('2026-03-20') })
    expect(await refusal(call)).toMatchObject({ message: 'Nothing changed against version 1.' })
  })
})

describe('going back', () => {
  it('gives the earlier wording byte for byte, as a new version linked to what replaced it', async () => {
    await using set = await withTone()
    const { client, write, tone } = set
    const second = await write.again(tone, awkward, '2026-03-10')
    await write.again(tone, 'Cold.', '2026-03-12')
    const draft = await client.documents.saveDraft({ id: tone.id, rev: null, text: 'wip', sectionIds: [] })
    const versionId = second.current?.id ?? 0
    const { version, change } = await client.documents.goBack({ versionId, ...approval('2026-03-20') })
    expect(Buffer.from(version.text)).toEqual(Buffer.from(awkward))
    expect(version).toMatchObject({ number: 4, restoredFrom: 2 })
    expect(change).toMatchObject({ what: 'Tone: back to version 2', from: 'Cold.', to: awkward, reverts: 3 })
    expect(await client.changes.get({ number: 3 })).toMatchObject({ revertedBy: 4 })
    expect((await set.all()).draft).toEqual(draft)
  })

  it('brings the sections a prompt drew on back too', async () => {
    await using set = await withTone()
    const { client, write } = set
    const prompt = await write.prompt(set.workflowId, 'Answer.', '2026-03-20', [set.tone.id])
    await write.again(prompt, 'Answer.', '2026-03-20', [])
    const versionId = prompt.current?.id ?? 0
    const { version } = await client.documents.goBack({ versionId, ...approval('2026-03-20') })
    expect(version.sectionIds).toEqual([set.tone.id])
  })

  it('can itself be gone back on: each links to the change that last replaced the wording', async () => {
    await using set = await withTone()
    const { client, write, tone } = set
    const second = await write.again(tone, awkward, '2026-03-10')
    const [a, b] = [tone.current?.id ?? 0, second.current?.id ?? 0]
    for (const versionId of [a, b, a]) {
      await client.documents.goBack({ versionId, ...approval('2026-03-20') })
    }
    const { rows } = await client.changes.list({ workflowId: null, search: '', offset: 0 })
    expect(
      rows.toReversed().map(({ number, what, reverts, revertedBy, effects }) => {
        const [effect] = effects
        return [number, what, reverts, revertedBy, effect && standingOf(effect)]
      }),
    ).toEqual([
      [1, 'Tone: first version', null, null, undefined],
      [2, 'Tone: version 2', null, 3, 'rolled_back'],
      [3, 'Tone: back to version 1', 2, 4, 'rolled_back'],
      [4, 'Tone: back to version 2', 3, 5, 'rolled_back'],
      [5, 'Tone: back to version 1', 4, null, 'cannot_be_told'],
    ])
    const texts = (await set.all()).versions.map(({ text }) => text)
    expect(texts).toEqual(['Warm.', awkward, 'Warm.', awkward, 'Warm.'])
    expect(await client.changes.get({ number: 4 })).toMatchObject({ from: 'Warm.', to: awkward })
  })

  it('is refused to the wording that is live, to a version that is not here, and before the newest version', async () => {
    await using set = await withTone()
    const { client, write, tone } = set
    const goBack = (versionId: number, liveOn = '2026-03-20') =>
      refusal(client.documents.goBack({ versionId, ...approval(liveOn) }))
    const id = tone.current?.id ?? 0
    expect(await goBack(id)).toMatchObject({
      code: 'CONFLICT',
      message: 'Version 1 is the wording that is live now.',
    })
    expect(await goBack(99)).toMatchObject({ code: 'NOT_FOUND' })
    await write.again(tone, 'Cold.', '2026-03-10')
    expect(await goBack(id, '2026-03-09')).toMatchObject({ code: 'INVALID_INPUT', fields: ['liveOn'] })
    expect((await set.all()).versions).toHaveLength(2)
  })
})

describe('a live check', () => {
  it.each([
    ['the same text', 'Be warm.\n\nBe short.', true],
    ['other line ends and spaces at the end of lines', 'Be warm. \r\n\t\r\nBe short.\r\n', true],
    ['another word', 'Be warm.\n\nBe long.', false],
    ['a space at the start of a line', 'Be warm.\n\n Be short.', true],
    ['a blank line more', 'Be warm.\n\n\nBe short.', true],
    ['other signs', 'Be warm.\n\nBe short!', false],
    ['other letters', 'be warm.\n\nBe short.', false],
  ])('with %s', async (_case, pasted, isSame) => {
    await using set = await withTone()
    const { id } = await set.write.again(set.tone, 'Be warm.\n\nBe short.', '2026-03-20')
    const check = await set.client.documents.checkLive({ id, pasted })
    expect(check).toEqual({
      documentId: id,
      versionNumber: 2,
      checkedAt: set.app.clock.now(),
      isSame,
      pasted,
    })
    expect((await set.all()).checks).toEqual([check])
  })

  it('is refused without a text', async () => {
    await using set = await withTone()
    expect(await refusal(set.client.documents.checkLive({ id: set.tone.id, pasted: ' ' }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: ['pasted'],
    })
  })
})

describe('searching', () => {
  it('finds current and old wordings in any case of their letters, with the text around', async () => {
    await using set = await withTone()
    const { client, write, tone } = set
    await write.again(tone, `${'Vor '.repeat(60)}STRASSE (ÄRGER) [a+b]${' nach'.repeat(60)}`, '2026-03-10')
    await write.again(tone, 'Ohne ärger.', '2026-03-11')
    const find = (search: string) => client.documents.search({ search })
    const hit = { documentId: tone.id, name: 'Tone', kind: 'section', workflow: null }
    expect(await find('ärger')).toEqual([
      { ...hit, version: 3, isCurrent: true, excerpt: 'Ohne ärger.' },
      { ...hit, version: 2, isCurrent: false, excerpt: expect.stringMatching(/^….*STRASSE \(ÄRGER\).*…$/) },
    ])
    expect((await find('[A+B]'))[0]?.excerpt.length).toBeLessThanOrEqual(162)
    expect(await find('.*')).toEqual([])
    expect(await find('arger strasse')).toHaveLength(1)
    expect(await find('ärger strasse ohne')).toEqual([])
  })

  it('answers with 50 at most', async () => {
    await using app = await createTestApp()
    const sections = Array.from({ length: 60 }, (_, n) => ({ name: `Part ${n}`, text: 'Same words.' }))
    await app.client.documents.importSections({ sections, ...approval('2026-03-20') })
    expect(await app.client.documents.search({ search: 'same  words' })).toHaveLength(50)
  })
})

describe('the warnings before publishing', () => {
  async function reviewMonth(app: TestApp, workflowId: number, month: string, minutes: number) {
    app.clock.moveTo(`${month}-25`)
    const { id: reviewId, items } = await drawMonth(app.client, workflowId, month, 12)
    for (const [index, item] of items.entries()) {
      await judge(app.client, item, { editMinutes: minutes + (index % 2) })
    }
    await app.client.reviews.finish({ reviewId })
  }
  const idsOf = async (app: TestApp, id: number) =>
    (await app.client.documents.warnings({ id })).map((warning) => warning.id)

  it('say when the figure moved no more than chance, and when the last change waits for its review', async () => {
    await using app = await createTestApp({ today: '2026-04-10' })
    const measured = { measure: 'minutes', byHandMinutes: 16, goLiveOn: '2026-04-10' } as const
    const { id: workflowId } = await app.client.workflows.create(aWorkflow(measured))
    const tone = await documentsOf(app).section('Tone', 'Warm.', '2026-04-10')
    // A first section writes down how things are: nothing waits for it.
    expect(await idsOf(app, tone.id)).toEqual([])
    await reviewMonth(app, workflowId, '2026-05', 2)
    expect(await idsOf(app, tone.id)).toEqual([])
    await reviewMonth(app, workflowId, '2026-06', 2)
    expect(await app.client.documents.warnings({ id: tone.id })).toEqual([
      {
        id: 'noise',
        message:
          'Editing of Customer replies is about the same as May. If that is your reason, another month will show more.',
      },
    ])
    await reviewMonth(app, workflowId, '2026-07', 9)
    expect(await idsOf(app, tone.id)).toEqual([])
    await documentsOf(app).again(tone, 'Warmer.', '2026-07-25')
    expect(await app.client.documents.warnings({ id: tone.id })).toEqual([
      {
        id: 'waiting',
        message:
          'The last change of Customer replies is still waiting for a review to show what it did. Publish now, and the two cannot be told apart.',
      },
    ])
  })

  it.each([
    ['30 days before, after month six', '2026-03-04', '2026-10-04', true],
    ['31 days before', '2026-03-04', '2026-10-05', false],
    ['in the first six months', '2026-08-31', '2026-10-04', false],
    ['on the same day: one update', '2026-03-04', '2026-09-04', false],
  ])('name a Foundation update %s', async (_case, goLiveOn, today, isWarned) => {
    await using app = await createTestApp({ today: '2026-09-04' })
    await app.client.workflows.create(aWorkflow({ goLiveOn }))
    await documentsOf(app).section('Tone', 'Warm.', '2026-09-04')
    const terms = await documentsOf(app).section('Terms', '30 days.', '2026-03-01')
    app.clock.moveTo(today)
    expect((await idsOf(app, terms.id)).includes('second_update')).toBe(isWarned)
  })
})
