import { describe, expect, it } from 'vitest'
import { aWorkflow, toCsv } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { type Client, createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

// The wrong turns around the Foundation and the change log, each with the sentence the owner reads and with what is
// kept. Drafts, publishing, people, going back and single values of a log have theirs beside the rest of their tests.

const everything = { workflowId: null, search: '', offset: 0 }
const today = '2026-03-20'

/** A live workflow whose prompt draws on a section with a first and a second wording. */
async function withTone() {
  const app = await createTestApp({ today })
  const { client } = app
  const { id: workflowId } = await client.workflows.create(
    aWorkflow({ name: 'Adverts', goLiveOn: '2026-02-01' }),
  )
  const write = documentsOf(app)
  const first = await write.section('Tone', 'Warm.', '2026-03-01')
  await write.prompt(workflowId, 'Answer.', '2026-03-05', [first.id])
  const second = await write.again(first, 'Plain.', '2026-03-10')
  const ids = { tone: first.id, v1: first.current?.id ?? 0, v2: second.current?.id ?? 0 }
  return { app, client, workflowId, ...ids, [Symbol.asyncDispose]: () => app.dispose() }
}

type Set = Awaited<ReturnType<typeof withTone>>

/** Everything a refused call could have left behind. */
const stateOf = async ({ client, tone, workflowId }: Set) => ({
  sections: await client.documents.list({ workflowId: null }),
  tone: await client.documents.get({ id: tone }),
  changes: await client.changes.list(everything),
  releases: await client.releases.list({ workflowId }),
})

const aChange = (workflowId: number): Parameters<Client['changes']['create']>[0] => ({
  onDate: today,
  workflowIds: [workflowId],
  kind: 'prompt',
  what: 'Shorter answers',
  from: '',
  to: '',
  why: 'Replies were long.',
})

const sections = [{ name: 'Terms', text: '30 days.' }]
const futureWording = 'That date is in the future. Enter the day the new wording went live.'
const beforeVersion = 'Version 2 has been live since 10 March 2026. Enter that day or a later one.'
const beforeLive =
  'Adverts went live on 1 February 2026. Enter a day from then on, or correct the go-live date in its set-up.'
const jonasLeft = (advice: string) => `Jonas Weber left on 5 March 2026. ${advice}`

const refused: [what: string, call: (set: Set) => Promise<unknown>, message: string, fields: string[]][] = [
  [
    'a change dated before its workflow went live',
    ({ client, workflowId }) => client.changes.create({ ...aChange(workflowId), onDate: '2026-01-31' }),
    beforeLive,
    ['onDate'],
  ],
  [
    'an import of sections dated in the future',
    ({ client }) => client.documents.importSections({ sections, ...approval('2026-03-21') }),
    futureWording,
    ['liveOn'],
  ],
  [
    'going back on a day in the future',
    ({ client, v1 }) => client.documents.goBack({ versionId: v1, ...approval('2026-03-21') }),
    futureWording,
    ['liveOn'],
  ],
  [
    'going back before the wording it takes the place of',
    ({ client, v1 }) => client.documents.goBack({ versionId: v1, ...approval('2026-03-09') }),
    beforeVersion,
    ['liveOn'],
  ],
  [
    'a release moved on in the future',
    ({ client, workflowId }) =>
      client.releases.setStage({
        ...{ workflowId, number: 1, since: '2026-03-21' },
        ...{ stage: 'retired', team: '', until: null },
      }),
    'That date is in the future. Enter the day the release moved on.',
    ['since'],
  ],
  [
    'a change without a why',
    ({ client, workflowId }) => client.changes.create({ ...aChange(workflowId), why: ' \n' }),
    'Enter why it changed.',
    ['why'],
  ],
  [
    'an import of sections without a why',
    ({ client }) => client.documents.importSections({ sections, ...approval(today), why: '' }),
    'Enter why it changes.',
    ['why'],
  ],
  [
    'going back without a why',
    ({ client, v1 }) => client.documents.goBack({ versionId: v1, ...approval(today), why: '  ' }),
    'Enter why it changes.',
    ['why'],
  ],
  [
    'going back approved by somebody who left',
    ({ client, v1 }) =>
      client.documents.goBack({ versionId: v1, ...approval(today), approvedBy: 'jonas weber' }),
    jonasLeft('Enter who approves it.'),
    ['approvedBy'],
  ],
  [
    'going back decided by somebody who left',
    ({ client, v1 }) =>
      client.documents.goBack({ versionId: v1, ...approval(today), decidedBy: 'Jonas Weber' }),
    jonasLeft('Enter who decides it.'),
    ['decidedBy'],
  ],
  [
    'a section checked by somebody who left',
    ({ client, tone }) =>
      client.documents.update({ id: tone, name: 'Tone', verifier: 'Jonas Weber', intervalDays: 90 }),
    jonasLeft('Enter who checks it now.'),
    ['verifier'],
  ],
  [
    'an import that uses the name of a section there is',
    ({ client }) =>
      client.documents.importSections({
        sections: [...sections, { name: 'tone', text: 'Cold.' }],
        ...approval(today),
      }),
    'There is already a section called tone. Choose another name.',
    ['sections.1.name'],
  ],
]

describe('refused in one sentence, and nothing is kept of it:', () => {
  it.each(refused)('%s', async (_what, call, message, fields) => {
    await using set = await withTone()
    await set.client.people.save({ id: null, name: 'Jonas Weber', role: '', leftOn: '2026-03-05' })
    await set.client.documents.saveDraft({ id: set.tone, rev: null, text: 'Half a thought', sectionIds: [] })
    const before = await stateOf(set)
    expect(await refusal(call(set))).toEqual({ code: 'INVALID_INPUT', message, fields })
    expect(await stateOf(set)).toEqual(before)
  })
})

describe('a document that cannot be split', () => {
  it('leaves the sections there are as they were, and a better file can follow', async () => {
    await using set = await withTone()
    const { app, client } = set
    const before = await stateOf(set)
    const fileId = await app.upload('foundation.pdf', '%PDF-1.7')
    expect(await refusal(client.documents.previewImport({ fileId }))).toEqual({
      code: 'INVALID_INPUT',
      message: '"foundation.pdf" is a PDF. Evenkeel reads a Foundation from .docx, .md or .txt.',
      fields: [],
    })
    expect(await stateOf(set)).toEqual(before)
    const better = await app.upload('foundation.md', '# Terms\n30 days.')
    expect(await client.documents.previewImport({ fileId: better })).toEqual({
      sections: sections.map((section) => ({ ...section, level: 1 })),
      warnings: [],
    })
  })
})

describe('a section edited in two windows at once', () => {
  it('keeps the words of both: one is published, the other is refused and can be saved on top', async () => {
    await using set = await withTone()
    const { client, tone } = set
    const draft = await client.documents.saveDraft({ id: tone, rev: null, text: 'Mine', sectionIds: [] })
    await client.documents.publish({ id: tone, ...approval(today) })
    const theirs = { id: tone, text: 'Theirs', sectionIds: [] }
    expect(await refusal(client.documents.saveDraft({ ...theirs, rev: draft.rev }))).toEqual({
      code: 'CONFLICT',
      message:
        'This draft was published or discarded in another window. What you typed is still here: compare, then save again.',
      fields: [],
    })
    await client.documents.saveDraft({ ...theirs, rev: null })
    expect(await client.documents.get({ id: tone })).toMatchObject({
      current: { number: 3, text: 'Mine' },
      draft: { text: 'Theirs' },
    })
  })

  it('published in both at once becomes one version, and the second is told so', async () => {
    await using set = await withTone()
    const { client, tone } = set
    await client.documents.saveDraft({ id: tone, rev: null, text: 'Mine', sectionIds: [] })
    const publish = () => refusal(client.documents.publish({ id: tone, ...approval(today) }))
    expect([await publish(), await publish()]).toEqual([
      'accepted',
      { code: 'INVALID_INPUT', message: 'Nothing changed against version 3.', fields: [] },
    ])
    expect((await client.documents.get({ id: tone })).versions).toHaveLength(3)
  })
})

describe('a rollback of a rollback', () => {
  it('gives the second wording again, and once there is nothing to go back to says so', async () => {
    await using set = await withTone()
    const { client, tone, v1, v2 } = set
    const back = (versionId: number) => client.documents.goBack({ versionId, ...approval(today) })
    await back(v1)
    const { change } = await back(v2)
    expect(change).toMatchObject({ what: 'Tone: back to version 2', from: 'Warm.', to: 'Plain.' })
    const before = await stateOf(set)
    expect(await refusal(back(v2))).toEqual({
      code: 'CONFLICT',
      message: 'Version 2 is the wording that is live now.',
      fields: [],
    })
    expect(await stateOf(set)).toEqual(before)
    const { versions } = await client.documents.get({ id: tone })
    expect(versions.map(({ text, restoredFrom }) => [text, restoredFrom])).toEqual([
      ['Plain.', 2],
      ['Warm.', 1],
      ['Plain.', null],
      ['Warm.', null],
    ])
  })
})

describe('an imported log', () => {
  const lines = [
    { Date: '25/02/2026', What: 'Tone, log of Ana', Before: '15 %', After: '12%' },
    { Date: '02/26/2026', What: 'Terms, log of Ana', Before: '0,15', After: '0.12' },
    { Date: '03/02/2026', What: 'Prices, log of Ana', Before: '15', After: '12' },
    { Date: '2026-03-09', What: 'Model, log of Ana', Before: 'about 15', After: '12,5 %' },
    { Date: '32/13/2026', What: 'Lost, log of Ana', Before: '15', After: '' },
  ]

  async function importLines({ client, upload, outcomeOf }: TestApp) {
    const fileId = await upload('log.csv', toCsv(lines.map((line) => ({ Workflow: 'Adverts', ...line }))))
    const { guess, dateOrder } = await client.changes.previewLog({ fileId })
    return outcomeOf(client.changes.importLog({ fileId, mapping: guess, dateOrder }))
  }

  it('with two date formats and percentages as text keeps what is certain and names the rest', async () => {
    await using set = await withTone()
    const { kept, problems } = await importLines(set.app)
    expect(kept).toBe(4)
    expect(problems).toEqual([
      {
        row: 4,
        column: 'Date',
        reason:
          '"03/02/2026" fits both orders of day and month, and this file holds both. It was read as 2026-02-03: check it.',
        kept: true,
      },
      {
        row: 5,
        column: 'Before',
        reason: '"about 15" is not a percentage. Write it as 15% or 0.15.',
        kept: true,
      },
      {
        row: 6,
        column: 'Date',
        reason: '"32/13/2026" is not a date Evenkeel can read. Write it as 2026-03-31.',
        kept: false,
      },
    ])
    const { rows } = await set.client.changes.list({ ...everything, search: 'log of' })
    expect(
      rows.map(({ onDate, what, effects: [effect] }) => {
        return [onDate, what, effect?.recordedBefore, effect?.recordedAfter]
      }),
    ).toEqual([
      ['2026-03-09', 'Model, log of Ana', null, 0.125],
      ['2026-02-26', 'Terms, log of Ana', 0.15, 0.12],
      ['2026-02-25', 'Tone, log of Ana', 0.15, 0.12],
      ['2026-02-03', 'Prices, log of Ana', 0.15, 0.12],
    ])
    expect(await importLines(set.app)).toMatchObject({ kept: 0, alreadyIn: 4 })
  })
})
