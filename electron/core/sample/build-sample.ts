import { rmSync } from 'node:fs'
import { addMonths, lastDayOf, type Month, monthOf } from '../../../shared/domain/time/dates.ts'
import { removeDatabaseFiles, renameDurably } from '../db/files.ts'
import { createEvents } from '../events.ts'
import { type OpenCompany, openCompany, type Surroundings } from '../open-company.ts'
import { samplePeople } from './company/people.ts'
import { issuesIn, sampleWorkflows } from './company/workflows.ts'
import { createMovingClock, type MovingClock } from './moving-clock.ts'
import { createRandom, type Random } from './random.ts'
import { collect, createSampleWorkflow } from './story/collect.ts'
import { createDiary } from './story/diary.ts'
import { reviewMonth } from './story/review-month.ts'
import { call } from './story/wordings.ts'

const monthsOfHistory = 14
const seed = 2

/**
 * Builds the sample company through the services, as if it had been used for 14 months up to today, and puts it
 * at `path` only when it is whole. Always the same company for the same day.
 */
export async function buildSample(path: string, around: Surroundings): Promise<void> {
  const unfinished = `${path}.building`
  removeDatabaseFiles(unfinished)
  const random = createRandom(seed)
  const time = createMovingClock(around.clock.zone())
  const thisMonth = monthOf(around.clock.today())
  const first = addMonths(thisMonth, -monthsOfHistory)
  time.moveTo(`${first}-02`)
  const opened = await openCompany(unfinished, {
    ...around,
    clock: time.clock,
    events: createEvents(),
    newSeed: () => random.integer(0, 2 ** 32 - 1),
    durability: 'off',
  })
  try {
    await live(opened, { random, time, first, today: around.clock.today() })
  } finally {
    opened.close()
  }
  rmSync(path, { force: true })
  renameDurably(unfinished, path)
}

type Life = {
  random: Random
  time: MovingClock
  first: Month
  today: string
}

async function live(opened: OpenCompany, { random, time, first, today }: Life) {
  const { company, services } = opened
  company.create({ name: 'Fernhill Supply', ownerName: 'Dana' })
  for (const person of samplePeople) await services.people.save({ id: null, leftOn: null, ...person }, call)
  const ids: number[] = []
  for (const sample of sampleWorkflows) ids.push(await createSampleWorkflow(services, sample, `${first}-04`))

  const diary = createDiary(opened, { workflowIds: ids, thisMonth: monthOf(today), today, time })

  const judged: Parameters<typeof reviewMonth>[1]['judged'] = new Map()
  for (let index = 0; index < monthsOfHistory; index++) {
    const month = addMonths(first, index)
    await random.aside(() => diary.month(monthsOfHistory - index))
    for (const [at, sample] of sampleWorkflows.entries()) {
      const workflowId = ids[at] ?? 0
      time.moveTo(lastDayOf(month), `${String(9 + at * 2).padStart(2, '0')}:00`)
      collect(services, workflowId, sample, month, index, random)
      const issues = issuesIn(sample, index)
      const sitting = { workflowId, month, issues, random, pass: time.pass, judged }
      await reviewMonth(services, { ...sitting, looksTwice: sample.drift !== undefined })
    }
  }

  // The month under way: one review begun, one collected, one still to do.
  time.moveTo(today, '08:00')
  await diary.today()
  const month = monthOf(today)
  for (const [at, sample] of sampleWorkflows.entries()) {
    const workflowId = ids[at] ?? 0
    if (at < 2) collect(services, workflowId, sample, month, monthsOfHistory - 1, random)
    if (at === 0) {
      await reviewMonth(services, {
        workflowId,
        month,
        issues: sample.issues,
        random,
        pass: time.pass,
        judged,
        stopAfter: 4,
      })
    }
  }
}
