import type { ImportedRow } from '../../shared/contract/imports.ts'
import type { Finding } from '../../shared/contract/reviews/findings.ts'
import type { LiveChange } from '../../shared/domain/effects/effect.ts'
import type { FinishedReview, ReviewedOutput } from '../../shared/domain/findings/finished-review.ts'
import { addMonths, type Day } from '../../shared/domain/time/dates.ts'
import { aWorkflow, judge, updateOf } from './builders.ts'
import type { History } from './histories.ts'
import { createTestCompany, type TestCompany } from './test-company.ts'

const approval = { why: 'As the history goes.', decidedBy: 'Dana', approvedBy: '' }
const wordCount = 50

/** The company of a history, held through the services day by day; `onReview` hears of each finished review. */
export async function liveHistory(history: History, onReview: (app: TestCompany) => Promise<void>) {
  const app = await createTestCompany(history.companyStartOn)
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
function eventsOf(history: History, app: TestCompany, workflowId: number): Event[] {
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
function createChangeWriter({ client, clock }: TestCompany, workflowId: number) {
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

type Held = Pick<FinishedReview, 'month' | 'outputs' | 'sample' | 'secondLook'>

/** The outputs of a month come in, ten are drawn and judged, and looked at a second time where the story does. */
async function holdReviewOf(
  { client, services }: TestCompany,
  workflowId: number,
  { month, outputs, sample, secondLook }: Held,
) {
  const origin = { workflowId, name: `${month}.csv`, format: 'csv', undatedMonth: month } as const
  services.imports.bring(origin, outputs.map(toRow))
  const { outputs: pool } = await client.reviews.candidates({ workflowId, month, search: '', offset: 0 })
  const byHand = sample === 'by_hand' ? { outputIds: pool.map(({ id }) => id) } : {}
  const { reviewId } = await client.reviews.draw({ workflowId, month, ...byHand })
  const { status } = await judgeAll(reviewId, Number.POSITIVE_INFINITY)
  if (!secondLook || status !== 'update_suggested') return
  const second = await client.reviews.secondLook({ reviewId })
  await judgeAll(second.reviewId, secondLook.added)

  async function judgeAll(id: number, most: number): Promise<Finding> {
    const { items } = await client.reviews.get({ reviewId: id })
    for (const item of items.slice(0, most)) {
      const own = outputs.find((output) => `out-${output.id}` === item.output.externalId)
      const minutes = own?.value == null ? null : Math.round(own.value * 10_000) / 100
      await judge(client, item, { editMinutes: minutes })
    }
    const { finding } = await client.reviews.finish({ reviewId: id })
    if (!finding) throw new Error('A finished review has a finding')
    return finding
  }
}

function toRow({ id, writtenOn, value, by }: ReviewedOutput, at: number): ImportedRow {
  const words = Array.from({ length: wordCount }, (_, place) => `word${id}x${place}`)
  const changed = Math.round((value ?? 0) * wordCount)
  return {
    row: at + 2,
    request: null,
    aiText: words.join(' '),
    finalText: words.map((word, place) => (place < changed ? `new${word}` : word)).join(' '),
    occurredOn: writtenOn,
    externalId: `out-${id}`,
    person: by,
    editMinutes: null,
    satisfaction: null,
  }
}
