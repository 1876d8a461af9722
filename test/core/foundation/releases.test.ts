import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEvents } from '../../../electron/core/events.ts'
import { createFiles } from '../../../electron/core/files.ts'
import { createImportReader } from '../../../electron/core/import/reader.ts'
import { importWorkerUrl } from '../../../electron/core/import/worker-url.ts'
import { createJobs } from '../../../electron/core/jobs.ts'
import { type OpenCompany, openCompany } from '../../../electron/core/open-company.ts'
import type { DocumentKind, Release, RollOut } from '../../../shared/contract/documents.ts'
import { addDays, daysBetween } from '../../../shared/domain/time/dates.ts'
import { AppError } from '../../../shared/errors.ts'
import { aWorkflow } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { runs } from '../../helpers/runs.ts'
import {
  createTestApp,
  createTestClock,
  refusal,
  type TestApp,
  temporaryFolder,
} from '../../helpers/test-app.ts'

const call = { locale: 'en-GB' }

describe('a release', () => {
  it('holds the prompt, the model and the sections the prompt draws on, each as it is live that day', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { client } = app
    const { id: workflowId } = await client.workflows.create(aWorkflow())
    const write = documentsOf(app)
    const tone = await write.section('Tone', 'Warm.', '2026-03-01')
    await write.section('Terms', '30 days.', '2026-03-01')
    const prompt = await write.prompt(workflowId, 'Answer.', '2026-03-04', [tone.id])
    const model = await write.model(workflowId, 'claude-sonnet-4', '2026-03-10')
    await write.again(tone, 'Warm and short.', '2026-03-14')

    const part = (document: { id: number; kind: string; name: string }, version: number) =>
      expect.objectContaining({ documentId: document.id, kind: document.kind, name: document.name, version })
    expect(await client.releases.list({ workflowId })).toEqual([
      {
        workflowId,
        number: 3,
        liveOn: '2026-03-14',
        approvedBy: 'Ines Moreau',
        changeNumber: 5,
        rollOut: { stage: 'production', team: '', until: null, since: '2026-03-14' },
        earlierStages: [],
        parts: [part(prompt, 1), part(model, 1), part(tone, 2)],
      },
      expect.objectContaining({ number: 2, parts: [part(prompt, 1), part(model, 1), part(tone, 1)] }),
      expect.objectContaining({ number: 1, parts: [part(prompt, 1), part(tone, 1)] }),
    ])
    const numberOn = async (on: string) =>
      (await client.releases.at({ workflowId, on })).release?.number ?? null
    expect(await numberOn('2026-03-03')).toBeNull()
    expect(await numberOn('2026-03-04')).toBe(1)
    expect(await numberOn('2026-03-13')).toBe(2)
    expect(await numberOn('2026-03-14')).toBe(3)
    expect(await numberOn('2028-02-29')).toBe(3)
  })

  it('that is entered late is part of the days already recorded after it', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const write = documentsOf(app)
    await write.prompt(workflowId, 'Answer.', '2026-03-01')
    const model = await write.model(workflowId, 'claude-sonnet-4', '2026-03-01')
    await write.again(model, 'claude-sonnet-5', '2026-03-10')
    const prompt = (await app.client.documents.list({ workflowId }))[0]
    if (!prompt) throw new Error('The prompt is missing')
    await write.again(prompt, 'Answer in short.', '2026-03-05')
    const ran = async (on: string) => {
      const { release } = await app.client.releases.at({ workflowId, on })
      return release && { number: release.number, versions: release.parts.map(({ version }) => version) }
    }
    expect(await ran('2026-03-04')).toEqual({ number: 2, versions: [1, 1] })
    expect(await ran('2026-03-05')).toEqual({ number: 4, versions: [2, 1] })
    expect(await ran('2026-03-10')).toEqual({ number: 5, versions: [2, 2] })
  })

  it('takes a section entered late in for the days its prompt still drew on it', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { id: workflowId } = await app.client.workflows.create(aWorkflow({ stage: 'pilot' }))
    const write = documentsOf(app)
    const tone = await write.section('Tone', 'Warm.', '2026-03-01')
    const prompt = await write.prompt(workflowId, 'Answer.', '2026-03-01', [tone.id])
    await write.again(prompt, 'Answer.', '2026-03-10', [])
    await write.again(tone, 'Short.', '2026-03-05')
    const versionsOn = async (on: string) =>
      (await app.client.releases.at({ workflowId, on })).release?.parts.map(({ version }) => version)
    expect(await versionsOn('2026-03-04')).toEqual([1, 1])
    expect(await versionsOn('2026-03-09')).toEqual([1, 2])
    expect(await versionsOn('2026-03-10')).toEqual([2])
  })

  it('is NOT_FOUND for a workflow that is not here', async () => {
    await using app = await createTestApp()
    const at = app.client.releases.at({ workflowId: 9, on: '2026-03-04' })
    expect(await refusal(at)).toMatchObject({ code: 'NOT_FOUND', message: 'That workflow is not here.' })
  })
})

describe('a roll-out', () => {
  const pilot: RollOut = { stage: 'pilot', team: 'Support Lyon', until: '2026-03-31' }
  const forAll: RollOut = { stage: 'production', team: '', until: null }

  /** Release 1 in production since 1 March; prompt version 2 as a pilot since 5 March. */
  async function aPilot(app: TestApp) {
    const { client } = app
    const { id: workflowId } = await client.workflows.create(aWorkflow({ name: 'Proposals' }))
    const write = documentsOf(app)
    const model = await write.model(workflowId, 'claude-sonnet-4', '2026-03-01')
    const prompt = await write.prompt(workflowId, 'Answer.', '2026-03-01')
    await client.documents.saveDraft({ id: prompt.id, rev: null, text: 'Answer shortly.', sectionIds: [] })
    await client.documents.publish({ id: prompt.id, ...approval('2026-03-05'), rollOut: pilot })
    const move = (number: number, since: string, to: RollOut) =>
      client.releases.setStage({ workflowId, number, since, ...to })
    /** Release number, and versions of prompt and model. */
    const short = (release: Release | null) =>
      release && [release.number, ...release.parts.map(({ version }) => version)]
    const ran = async (on: string) => {
      const { release, pilots } = await client.releases.at({ workflowId, on })
      return { all: short(release), pilots: pilots.map(short) }
    }
    return { workflowId, write, model, prompt, move, ran }
  }

  it('stands beside what everyone runs, until its end', async () => {
    await using app = await createTestApp({ today: '2026-04-10' })
    const { workflowId, ran } = await aPilot(app)
    expect(await ran('2026-03-04')).toEqual({ all: [2, 1, 1], pilots: [] })
    expect(await ran('2026-03-05')).toEqual({ all: [2, 1, 1], pilots: [[3, 2, 1]] })
    expect(await ran('2026-03-31')).toEqual({ all: [2, 1, 1], pilots: [[3, 2, 1]] })
    expect(await ran('2026-04-01')).toEqual({ all: [2, 1, 1], pilots: [] })
    const list = await app.client.releases.list({ workflowId })
    expect(list.map(({ rollOut }) => rollOut)).toEqual([
      { ...pilot, since: '2026-03-05' },
      { ...forAll, since: '2026-03-01' },
      { ...forAll, since: '2026-03-01' },
    ])
  })

  it('leaves a pilot a pilot when another part goes to production, also one entered late', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { write, model, ran } = await aPilot(app)
    await write.again(model, 'claude-sonnet-5', '2026-03-03')
    await write.again(model, 'claude-opus-5', '2026-03-10')
    expect(await ran('2026-03-05')).toEqual({ all: [4, 1, 2], pilots: [[3, 2, 1]] })
    expect(await ran('2026-03-10')).toEqual({ all: [5, 1, 3], pilots: [[3, 2, 1]] })
  })

  it('that goes to production joins what everyone runs by then', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { write, model, move, ran } = await aPilot(app)
    await write.again(model, 'claude-sonnet-5', '2026-03-10')
    expect(await move(3, '2026-03-12', forAll)).toMatchObject({
      number: 3,
      rollOut: { stage: 'production', since: '2026-03-12' },
    })
    expect(await ran('2026-03-11')).toEqual({ all: [4, 1, 2], pilots: [[3, 2, 1]] })
    expect(await ran('2026-03-12')).toEqual({ all: [5, 2, 2], pilots: [] })
  })

  it('that goes to production unchanged is the release everyone runs', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { workflowId, prompt, move, ran } = await aPilot(app)
    await move(3, '2026-03-12', forAll)
    expect(await ran('2026-03-20')).toEqual({ all: [3, 2, 1], pilots: [] })
    const [release] = await app.client.releases.list({ workflowId })
    expect([release?.rollOut, release?.earlierStages]).toEqual([
      { ...forAll, since: '2026-03-12' },
      [{ ...pilot, since: '2026-03-05' }],
    ])
    const { versions } = await app.client.documents.get({ id: prompt.id })
    const inProposals = { workflowId, workflowName: 'Proposals' }
    expect(versions.map(({ liveOn, stages }) => [liveOn, stages])).toEqual([
      [
        '2026-03-05',
        [
          { ...inProposals, ...pilot, since: '2026-03-05' },
          { ...inProposals, ...forAll, since: '2026-03-12' },
        ],
      ],
      ['2026-03-01', []],
    ])
  })

  it('that is retired leaves what ran before', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { workflowId, move, ran } = await aPilot(app)
    await move(3, '2026-03-08', forAll)
    await move(3, '2026-03-15', { stage: 'retired', team: '', until: null })
    expect(await ran('2026-03-14')).toEqual({ all: [3, 2, 1], pilots: [] })
    expect(await ran('2026-03-15')).toEqual({ all: [2, 1, 1], pilots: [] })
    expect((await app.client.releases.list({ workflowId }))[0]?.rollOut).toEqual({
      stage: 'retired',
      team: '',
      until: null,
      since: '2026-03-15',
    })
  })

  it('is found by a section published while a prompt that draws on it no more is only tried out', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { client } = app
    const { id: workflowId } = await client.workflows.create(aWorkflow())
    const write = documentsOf(app)
    const tone = await write.section('Tone', 'Warm.', '2026-03-01')
    const prompt = await write.prompt(workflowId, 'Answer.', '2026-03-01', [tone.id])
    await client.documents.saveDraft({ id: prompt.id, rev: null, text: 'Answer.', sectionIds: [] })
    await client.documents.publish({ id: prompt.id, ...approval('2026-03-05'), rollOut: pilot })
    await write.again(tone, 'Short.', '2026-03-10')
    const { release } = await client.releases.at({ workflowId, on: '2026-03-10' })
    expect(release?.parts.map(({ version }) => version)).toEqual([1, 2])
  })

  it.each([
    [
      'a day to come',
      3,
      '2026-03-21',
      forAll,
      'since',
      'That date is in the future. Enter the day the release moved on.',
    ],
    [
      'a day before it',
      3,
      '2026-03-04',
      forAll,
      'since',
      'Release 3 has been a pilot since 5 March 2026. Enter that day or a later one.',
    ],
    ['no team', 3, '2026-03-10', { ...pilot, team: '' }, 'team', 'Enter which team tries it.'],
    ['no end', 3, '2026-03-10', { ...pilot, until: null }, 'until', 'Enter until when the pilot runs.'],
    [
      'an end on its first day',
      3,
      '2026-03-31',
      pilot,
      'until',
      'The pilot would end before it began. Enter a later day.',
    ],
  ] as const)('refuses %s', async (_, number, since, to, field, message) => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { move } = await aPilot(app)
    expect(await refusal(move(number, since, to))).toEqual({
      code: 'INVALID_INPUT',
      message,
      fields: [field],
    })
  })

  it('refuses to move what is not running, not here, or there already', async () => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { write, prompt, move } = await aPilot(app)
    expect(await refusal(move(9, '2026-03-10', forAll))).toMatchObject({
      code: 'NOT_FOUND',
      message: 'That release is not here.',
    })
    expect(await refusal(move(2, '2026-03-10', forAll))).toMatchObject({
      code: 'CONFLICT',
      message: 'Release 2 is in production already.',
    })
    expect(await refusal(move(1, '2026-03-10', pilot))).toMatchObject({
      code: 'CONFLICT',
      message: 'Release 2 has taken the place of release 1. Move that one, or go back to an earlier version.',
    })
    await write.again(prompt, 'Answer at once.', '2026-03-15')
    expect(await refusal(move(3, '2026-03-16', forAll))).toMatchObject({
      code: 'CONFLICT',
      message:
        'Everyone has newer wordings than release 3, so moving it would change nothing. Go back to its version instead.',
    })
  })

  it.each([
    [{ stage: 'pilot', team: '', until: '2026-04-01' }, 'rollOut.team'],
    [{ stage: 'pilot', team: 'Support', until: null }, 'rollOut.until'],
    [{ stage: 'retired', team: '', until: null }, 'rollOut.stage'],
  ] as const)('publishes nothing as %j', async (rollOut, field) => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { client } = app
    const { id: workflowId } = await client.workflows.create(aWorkflow())
    const { id } = await client.documents.create({
      kind: 'prompt',
      workflowId,
      name: 'Prompt',
      text: 'Answer.',
    })
    const publish = client.documents.publish({ id, ...approval('2026-03-10'), rollOut })
    expect(await refusal(publish)).toMatchObject({ code: 'INVALID_INPUT', fields: [field] })
    expect((await client.documents.get({ id })).current).toBeNull()
  })

  it('asks on Home for a decision once a pilot has ended', async () => {
    await using app = await createTestApp({ today: '2026-03-31' })
    const { workflowId, move } = await aPilot(app)
    const asked = async () => {
      const { todos, dates } = await app.client.results.home()
      return [
        todos.filter(({ id }) => id.startsWith('pilot:')),
        dates.filter(({ what }) => what.includes('pilot')),
      ]
    }
    const target = { page: 'workflow', workflowId, tab: 'prompt' }
    const what = 'The pilot of release 3 of Proposals ends'
    const ends = { on: '2026-03-31', what, target, isOverdue: false }
    expect(await asked()).toEqual([[], [ends]])
    app.clock.moveTo('2026-04-01')
    const todo = {
      id: expect.any(String),
      title: 'The pilot of release 3 of Proposals ended on 31 March 2026: decide',
      detail: 'Move it to production, go on with the pilot, or retire it.',
      action: 'Open the releases',
      target,
      mark: null,
    }
    expect(await asked()).toEqual([[todo], []])
    await move(3, '2026-04-01', { ...pilot, until: '2026-04-30' })
    expect(await asked()).toEqual([[], [{ ...ends, on: '2026-04-30' }]])
    await move(3, '2026-04-01', forAll)
    expect(await asked()).toEqual([[], []])
  })
})

type StepStage = RollOut['stage']
type Step = {
  /** Moves one of the releases written so far instead of publishing. */
  moves: boolean
  stage: StepStage
  document: number
  text: string
  draws: number[]
  goBack: boolean
  pick: number
  days: number
  share: number
}
/** A wording, and the stages of its change in each workflow it was published for; everywhere else, production. */
type Published = {
  liveOn: string
  text: string
  draws: number[]
  change: number
  stages: Map<number, Moved[]>
}
type Moved = { since: string; stage: StepStage }
type Subject = { id: number; kind: DocumentKind; workflow: number | null; history: Published[] }

const firstDay = '2028-02-20'
const stage = fc.constantFrom<StepStage>('production', 'production', 'pilot', 'testing', 'retired')
const step: fc.Arbitrary<Step> = fc.record({
  moves: fc.boolean(),
  stage,
  document: fc.nat(6),
  text: fc.constantFrom('one', 'two', 'three'),
  draws: fc.subarray([0, 1, 2]),
  goBack: fc.boolean(),
  pick: fc.nat(20),
  days: fc.nat(4),
  share: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
})

describe('what ran on a day', () => {
  const folder = temporaryFolder()
  const clock = createTestClock(firstDay)
  let opened: OpenCompany
  let moved = 0
  let subjects: Omit<Subject, 'history'>[]

  beforeAll(async () => {
    const events = createEvents()
    opened = await openCompany(join(folder, 'company.db'), {
      clock,
      events,
      jobs: createJobs(events, { unexpected: String } as never),
      files: createFiles(folder),
      appVersion: 'test',
      reader: createImportReader({ workerUrl: importWorkerUrl }),
      durability: 'off',
    })
    const { workflows, documents } = opened.services
    const create = async (kind: DocumentKind, name: string, workflow: number | null) => {
      const document = { kind, name, workflowId: workflow === null ? null : workflow + 1, text: '' }
      return { id: (await documents.create(document, call)).id, kind, workflow }
    }
    for (const name of ['Replies', 'Adverts'])
      await workflows.create(aWorkflow({ name, stage: 'pilot' }), call)
    subjects = [
      await create('section', 'Tone', null),
      await create('section', 'Terms', null),
      await create('section', 'Offer', null),
      await create('prompt', 'Prompt', 0),
      await create('prompt', 'Prompt', 1),
      await create('model', 'Model', 0),
      await create('model', 'Model', 1),
    ]
    for (const { id } of subjects) await documents.discardDraft({ id }, call)
  })
  afterAll(() => {
    opened.close()
    rmSync(folder, { recursive: true })
  })

  const rollOutOf = (stage: StepStage): RollOut =>
    stage === 'pilot' ? { stage, team: 'Support', until: '2029-12-31' } : { stage, team: '', until: null }
  const dayBetween = (from: string, share: number) =>
    addDays(from, Math.floor(share * (daysBetween(from, clock.today()) + 1)))

  /** Publishes or goes back as the step says, in the app and in the model; a refusal is in both or in none. */
  async function take(step: Step, all: Subject[]) {
    clock.moveTo(addDays(clock.today(), step.days))
    if (step.moves) return move(step, all)
    const subject = all[step.document]
    if (!subject) throw new Error('No such document')
    const { documents } = opened.services
    const current = subject.history.at(-1)
    const liveOn = dayBetween(current?.liveOn ?? firstDay, step.share)
    const at = step.pick % Math.max(1, subject.history.length)
    const earlier = step.goBack ? subject.history[at] : undefined
    const draws = subject.kind === 'prompt' ? step.draws : []
    const { text, draws: drawn } = earlier ?? { text: step.text, draws }
    const isRefused =
      step.stage === 'retired' || (text === current?.text && drawn.join() === current.draws.join())
    const fields = { ...approval(liveOn), rollOut: rollOutOf(step.stage) }
    const run = async () => {
      if (earlier) {
        const { versions } = await documents.get({ id: subject.id }, call)
        const versionId = versions.find(({ number }) => number === at + 1)?.id ?? 0
        return documents.goBack({ versionId, ...fields }, call)
      }
      const { draft } = await documents.get({ id: subject.id }, call)
      const sectionIds = drawn.map((index) => all[index]?.id ?? 0)
      await documents.saveDraft({ id: subject.id, rev: draft?.rev ?? null, text, sectionIds }, call)
      return documents.publish({ id: subject.id, ...fields }, call)
    }
    if (isRefused) return expect(run()).rejects.toThrow(AppError)
    const { change } = await run()
    const stages = new Map(change.workflowIds.map((id) => [id, [{ since: liveOn, stage: step.stage }]]))
    subject.history.push({ liveOn, text, draws: drawn, change: change.number, stages })
  }

  /** Moves a release on; one that may not move stays as it was in both. */
  async function move({ stage, pick, share, document }: Step, all: Subject[]) {
    const { releases } = opened.services
    const workflowId = 1 + (document % 2)
    const list = await releases.list({ workflowId }, call)
    const release = list[pick % Math.max(1, list.length)]
    if (!release) return
    const since = dayBetween(release.rollOut.since, share)
    try {
      await releases.setStage({ workflowId, number: release.number, since, ...rollOutOf(stage) }, call)
    } catch (error) {
      expect(error).toMatchObject({ code: 'CONFLICT' })
      return
    }
    const published = all
      .flatMap(({ history }) => history)
      .find(({ change }) => change === release.changeNumber)
    published?.stages.get(workflowId)?.push({ since, stage })
    moved += 1
  }

  /** Document ids and version numbers by the model: the newest wording that everyone has on that day. */
  function expected(all: Subject[], workflow: number, on: string): string[] {
    const isForAll = ({ stages }: Published) =>
      (stages.get(workflow + 1)?.findLast(({ since }) => since <= on)?.stage ?? 'production') === 'production'
    const live = ({ id, history }: Subject) => {
      const version = history.findLastIndex((each) => each.liveOn <= on && isForAll(each))
      return version === -1 ? [] : [{ name: `${id}: ${version + 1}`, draws: history[version]?.draws ?? [] }]
    }
    const own = all.filter((subject) => subject.workflow === workflow).flatMap(live)
    const sections = own.flatMap(({ draws }) => draws).flatMap((index) => live(all[index] as Subject))
    return [...own, ...sections].map(({ name }) => name).sort()
  }

  it('is right for every day of random histories of publishing, going back and rolling out', async () => {
    const { releases } = opened.services
    const history = fc.asyncProperty(fc.array(step, { maxLength: 18, size: 'max' }), async (steps) => {
      clock.moveTo(firstDay)
      opened.db.exec('BEGIN')
      try {
        const all: Subject[] = subjects.map((subject) => ({ ...subject, history: [] }))
        for (const each of steps) await take(each, all)
        const ran: [string, string[]][] = []
        const should: [string, string[]][] = []
        for (let on = firstDay; on <= clock.today(); on = addDays(on, 1)) {
          for (const workflow of [0, 1]) {
            const { release } = await releases.at({ workflowId: workflow + 1, on }, call)
            const parts = release?.parts.map(({ documentId, version }) => `${documentId}: ${version}`) ?? []
            ran.push([on, parts.sort()])
            should.push([on, expected(all, workflow, on)])
          }
        }
        expect(ran).toEqual(should)
      } finally {
        opened.db.exec('ROLLBACK')
      }
    })
    await fc.assert(history, { seed: 20_280_229, numRuns: runs(1000) })
    expect(moved).toBeGreaterThan(runs(1000))
  })
})

describe('versions and releases in the database', () => {
  it.each([
    ['UPDATE versions SET text = text'],
    ['DELETE FROM versions'],
    ['REPLACE INTO versions SELECT * FROM versions WHERE id = 1'],
    ['UPDATE version_sections SET section_id = section_id'],
    ['DELETE FROM version_sections'],
    ['REPLACE INTO version_sections SELECT * FROM version_sections'],
    ['UPDATE releases SET live_on = live_on'],
    ['DELETE FROM releases'],
    ['REPLACE INTO releases SELECT * FROM releases'],
    ['UPDATE release_versions SET version_id = version_id'],
    ['DELETE FROM release_versions'],
    ['REPLACE INTO release_versions SELECT * FROM release_versions'],
    ['UPDATE release_stages SET since = since'],
    ['DELETE FROM release_stages'],
    ['REPLACE INTO release_stages SELECT * FROM release_stages'],
  ])('refuse %s', async (sql) => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const write = documentsOf(app)
    const tone = await write.section('Tone', 'Warm.', '2026-03-01')
    await write.prompt(workflowId, 'Answer.', '2026-03-04', [tone.id])
    const retired = { stage: 'retired', team: '', until: null } as const
    await app.client.releases.setStage({ workflowId, number: 1, since: '2026-03-10', ...retired })
    await app.close()
    const db = new Database(join(app.dataDir, 'evenkeel.db'))
    // As the app sets it; off, REPLACE would delete without asking the triggers.
    db.pragma('recursive_triggers = 1')
    expect(() => db.exec(sql)).toThrow(/(versions|releases) are immutable|stages are append-only/)
    db.close()
  })
})
