import type { LiveChange } from '../../shared/domain/effects/effect.ts'
import type { FinishedReview } from '../../shared/domain/findings/finished-review.ts'
import { addMonths, type Day } from '../../shared/domain/time/dates.ts'
import { aWorkflow, judge, toCsv, updateOf } from './builders.ts'
import type { History } from './histories.ts'
import { createTestApp, type TestApp } from './test-app.ts'

const approval = { why: 'As the history goes.', decidedBy: 'Dana', approvedBy: '' }
const wordCount = 50

/** The company of a history, held through the services day by day; `onReview` hears of each finished review. */
export async function liveHistory(history: History, onReview: (app: TestApp) => Promise<void>) {
  const app = await createTestApp({ today: history.companyStartOn })
  const isText = history.plot === 'text_without_lines'
  const { id: workflowId } = await app.client.workflows.create(
    aWorkflow({
      goLiveOn: history.goLiveOn,
      measure: isText ? 'text' : 'minutes',
      byHandMinutes: isText ? null : 100,
      ...(isText ? { targetLine: null, updateLine: null } : {}),
    }),
  )
  for (const { act } of eventsOf(history, app, workflowId)) {
    const isReview = await act()
    if (isReview) await onReview(app)
  }
  return app
}

type Event = { on: Day; act: () => Promise<boolean> }

/** Changes on their day, reviews on the day they were finished, skips at the end of their month; oldest first. */
function eventsOf(history: History, app: TestApp, workflowId: number): Event[] {
  const write = createChangeWriter(app, workflowId)
  const changes = history.changes.map(
    (change): Event => ({
      // What was written before the measure changed is drawn first.
      on: change.kind === 'measure' ? change.liveOn.replace(/01$/, '10') : change.liveOn,
      act: () => write(change),
    }),
  )
  const stages = history.changes.flatMap(({ number, pilot }): Event[] =>
    pilot?.productionOn ? [{ on: pilot.productionOn, act: () => write.toProduction(number) }] : [],
  )
  const months = history.months.map(({ month, review, skippedBecause }): Event => {
    const on = review?.finishedOn ?? `${addMonths(month, 1)}-01`
    return {
      on,
      async act() {
        app.clock.moveTo(on)
        if (review) await holdReviewOf(app, workflowId, review)
        else if (skippedBecause) await app.client.reviews.skip({ workflowId, month, reason: skippedBecause })
        return review !== null
      },
    }
  })
  return [...changes, ...stages, ...months].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** Writes the changes of a history down as a person would: a prompt, its versions, pilots and goings back. */
function createChangeWriter({ client, clock }: TestApp, workflowId: number) {
  let documentId: number | null = null
  let versions = 0

  async function publish(liveOn: Day, rollOut: Parameters<typeof client.documents.publish>[0]['rollOut']) {
    documentId ??= (
      await client.documents.create({ kind: 'prompt', workflowId, name: 'Prompt', text: 'Version 0' })
    ).id
    const text = `Version ${versions++}`
    await client.documents.write({ id: documentId, text, what: text, liveOn, rollOut, ...approval })
  }

  async function write({ kind, liveOn, pilot, reverts }: LiveChange): Promise<boolean> {
    clock.moveTo(kind === 'measure' ? liveOn.replace(/01$/, '10') : liveOn)
    if (kind === 'measure') {
      const workflow = await client.workflows.get({ id: workflowId })
      await client.workflows.update(updateOf(workflow, { measure: 'text', reason: 'No minutes any more.' }))
    } else if (reverts !== null) {
      const { versions: all } = await client.documents.get({ id: documentId ?? 0 })
      await client.documents.goBack({ versionId: all[1]?.id ?? 0, liveOn, ...approval })
    } else {
      const team = { stage: 'pilot', team: pilot?.people.join(', ') ?? '', until: '2027-12-31' } as const
      await publish(liveOn, pilot ? team : undefined)
    }
    return false
  }

  write.toProduction = async (_number: number) => {
    const [newest] = await client.releases.list({ workflowId })
    if (!newest) throw new Error('There is no pilot')
    const since = clock.today()
    const stage = { stage: 'production', team: '', until: null } as const
    await client.releases.setStage({ workflowId, number: newest.number, since, ...stage })
    return false
  }
  return write
}

async function holdReviewOf(app: TestApp, workflowId: number, { month, outputs, sample }: FinishedReview) {
  const first = outputs.slice(0, 10)
  const rows = first.map(({ id, writtenOn, value, by }) => {
    const words = Array.from({ length: wordCount }, (_, at) => `word${id}x${at}`)
    const changed = Math.round((value ?? 0) * wordCount)
    return {
      Date: writtenOn,
      ID: `out-${id}`,
      'AI text': words.join(' '),
      'Final text': words.map((word, at) => (at < changed ? `new${word}` : word)).join(' '),
      Person: by,
    }
  })
  await app.importFile(`${month}.csv`, toCsv(rows), { workflowId, undatedMonth: month })
  const { outputs: pool } = await app.client.reviews.candidates({ workflowId, month, search: '', offset: 0 })
  const byHand = sample === 'by_hand' ? { outputIds: pool.map(({ id }) => id) } : {}
  const { reviewId } = await app.client.reviews.draw({ workflowId, month, ...byHand })
  const { items } = await app.client.reviews.get({ reviewId })
  for (const item of items) {
    const own = first.find(({ id }) => `out-${id}` === item.output.externalId)
    const minutes = own?.value == null ? null : Math.round(own.value * 10_000) / 100
    await judge(app.client, item, { editMinutes: minutes })
  }
  await app.client.reviews.finish({ reviewId })
}
