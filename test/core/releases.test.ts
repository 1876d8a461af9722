import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEvents } from '../../electron/core/events.ts'
import { createFiles } from '../../electron/core/files.ts'
import { createImportReader } from '../../electron/core/import/reader.ts'
import { importWorkerUrl } from '../../electron/core/import/worker-url.ts'
import { createJobs } from '../../electron/core/jobs.ts'
import { type OpenCompany, openCompany } from '../../electron/core/open-company.ts'
import type { DocumentKind } from '../../shared/contract/documents.ts'
import { addDays, daysBetween } from '../../shared/domain/dates.ts'
import { AppError } from '../../shared/errors.ts'
import { aWorkflow } from '../helpers/builders.ts'
import { approval, documentsOf } from '../helpers/documents.ts'
import { createTestApp, createTestClock, refusal, temporaryFolder } from '../helpers/test-app.ts'

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
        parts: [part(prompt, 1), part(model, 1), part(tone, 2)],
      },
      expect.objectContaining({ number: 2, parts: [part(prompt, 1), part(model, 1), part(tone, 1)] }),
      expect.objectContaining({ number: 1, parts: [part(prompt, 1), part(tone, 1)] }),
    ])
    const numberOn = async (on: string) => (await client.releases.at({ workflowId, on }))?.number ?? null
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
      const release = await app.client.releases.at({ workflowId, on })
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
      (await app.client.releases.at({ workflowId, on }))?.parts.map(({ version }) => version)
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

type Step = {
  document: number
  text: string
  draws: number[]
  goBack: boolean
  pick: number
  days: number
  share: number
}
type Published = { liveOn: string; text: string; draws: number[] }
type Subject = { id: number; kind: DocumentKind; workflow: number | null; history: Published[] }

const firstDay = '2028-02-20'
const step: fc.Arbitrary<Step> = fc.record({
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

  /** Publishes or goes back as the step says, in the app and in the model; a refusal is in both or in none. */
  async function take(step: Step, all: Subject[]) {
    const subject = all[step.document]
    if (!subject) throw new Error('No such document')
    const { documents } = opened.services
    const current = subject.history.at(-1)
    clock.moveTo(addDays(clock.today(), step.days))
    const earliest = current?.liveOn ?? firstDay
    const liveOn = addDays(earliest, Math.floor(step.share * (daysBetween(earliest, clock.today()) + 1)))
    const at = step.pick % Math.max(1, subject.history.length)
    const earlier = step.goBack ? subject.history[at] : undefined
    const draws = subject.kind === 'prompt' ? step.draws : []
    const next = { ...(earlier ?? { text: step.text, draws }), liveOn }
    const isRefused = next.text === current?.text && next.draws.join() === current.draws.join()
    const run = async () => {
      if (earlier) {
        const { versions } = await documents.get({ id: subject.id }, call)
        const versionId = versions.find(({ number }) => number === at + 1)?.id ?? 0
        return documents.goBack({ versionId, ...approval(liveOn) }, call)
      }
      const { draft } = await documents.get({ id: subject.id }, call)
      const sectionIds = next.draws.map((index) => all[index]?.id ?? 0)
      await documents.saveDraft(
        { id: subject.id, rev: draft?.rev ?? null, text: next.text, sectionIds },
        call,
      )
      return documents.publish({ id: subject.id, ...approval(liveOn) }, call)
    }
    if (isRefused) await expect(run()).rejects.toThrow(AppError)
    else {
      await run()
      subject.history.push(next)
    }
  }

  /** Document ids and version numbers by the model: the latest wording gone live up to that day. */
  function expected(all: Subject[], workflow: number, on: string): string[] {
    const live = ({ id, history }: Subject) => {
      const version = history.findLastIndex(({ liveOn }) => liveOn <= on)
      return version === -1 ? [] : [{ name: `${id}: ${version + 1}`, draws: history[version]?.draws ?? [] }]
    }
    const own = all.filter((subject) => subject.workflow === workflow).flatMap(live)
    const sections = own.flatMap(({ draws }) => draws).flatMap((index) => live(all[index] as Subject))
    return [...own, ...sections].map(({ name }) => name).sort()
  }

  it('is right for every day of 1,000 random histories of publishing and going back', async () => {
    const { releases } = opened.services
    const history = fc.asyncProperty(fc.array(step, { maxLength: 14, size: 'max' }), async (steps) => {
      clock.moveTo(firstDay)
      opened.db.exec('BEGIN')
      try {
        const all: Subject[] = subjects.map((subject) => ({ ...subject, history: [] }))
        for (const each of steps) await take(each, all)
        const ran: [string, string[]][] = []
        const should: [string, string[]][] = []
        for (let on = firstDay; on <= clock.today(); on = addDays(on, 1)) {
          for (const workflow of [0, 1]) {
            const release = await releases.at({ workflowId: workflow + 1, on }, call)
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
    await fc.assert(history, { seed: 20_280_229, numRuns: 1000 })
  }, 120_000)
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
  ])('refuse %s', async (sql) => {
    await using app = await createTestApp({ today: '2026-03-20' })
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const write = documentsOf(app)
    const tone = await write.section('Tone', 'Warm.', '2026-03-01')
    await write.prompt(workflowId, 'Answer.', '2026-03-04', [tone.id])
    await app.close()
    const db = new Database(join(app.dataDir, 'evenkeel.db'))
    // As the app sets it; off, REPLACE would delete without asking the triggers.
    db.pragma('recursive_triggers = 1')
    expect(() => db.exec(sql)).toThrow(/(versions|releases) are immutable/)
    db.close()
  })
})
