import { createApp } from '../../electron/core/app.ts'
import { systemClock } from '../../electron/core/clock.ts'
import { noActivityFilter } from '../../shared/contract/reports/activity.ts'
import { addDays, addMonths, monthOf } from '../../shared/domain/time/dates.ts'
import { aReview, aWorkflow, drawMonth, finishReview } from '../helpers/builders.ts'
import { documentsOf } from '../helpers/documents.ts'
import { type Client, clientOf, refusal } from '../helpers/test-app.ts'
import type { Moment } from './clock-cases.ts'
import type { Fact } from './sound.ts'

export type Opened = { client: Client; close: () => Promise<void> }

/** What was acknowledged, and what waits in the Bin. */
export type Kept = { facts: Fact[]; inBin: string[] }

/** The core as a host opens it, with the computer's own clock. */
export async function openOn(dataDir: string): Promise<Opened> {
  const app = await createApp({ dataDir, clock: systemClock(), durability: 'off' })
  return { client: clientOf(app.fetch), close: app.close }
}

/** A company with a review under way, a Foundation that was reviewed, and a backup. */
export async function prepare({ client }: Opened): Promise<void> {
  await client.company.create({ name: 'Northwind Bikes', ownerName: 'Ana' })
  const documents = documentsOf({ client })
  await documents.section('Tone', 'Warm.', '2026-09-01')
  await holdFoundationReview(client)
  await aReview(client, { workflow: { goLiveOn: '2026-09-01' } })
  await client.company.backUp()
}

async function holdFoundationReview(client: Client): Promise<void> {
  const { today } = await client.company.get()
  const attendees = [{ name: 'Jonas Weber', role: 'Sales' }]
  const { id } = await client.foundationReviews.prepare({ heldOn: today, attendees })
  const { cards } = await client.foundationReviews.start({ id })
  for (const { sectionId, rev } of cards)
    await client.foundationReviews.answer({
      ...{ id, sectionId, rev, answer: 'yes' as const },
      ...{ what: '', who: '', dueOn: null, isParked: false },
    })
  await client.foundationReviews.finish({ id, nextOn: null })
}

/** What the owner does whenever she is there: an answer, a signal, one that is deleted, a backup, everything out. */
export async function workAsUsual({ client }: Opened, number: number, kept: Kept): Promise<void> {
  const [{ today, company }, [workflow]] = await Promise.all([client.company.get(), client.workflows.list()])
  if (company === null || !workflow) return
  const text = `Noted at moment ${number}`
  const signal = { kind: 'business', onDate: today, workflowId: null, sectionId: null } as const
  await client.signals.record({ ...signal, text })
  kept.facts.push(['SELECT EXISTS (SELECT 1 FROM signals WHERE text = ?)', text])
  await client.signals.remove({ id: (await client.signals.record({ ...signal, text: `${text}, not` })).id })
  kept.inBin.push(`${text}, not`)
  const session = await client.reviews.session({ month: '2026-11' })
  const reviewId = session.tasks[0]?.reviewId ?? null
  if (reviewId !== null) {
    const item = (await client.reviews.get({ reviewId })).items[number]
    if (item) await client.reviews.save({ itemId: item.id, rev: item.rev, patch: { note: text } })
    kept.facts.push(['SELECT EXISTS (SELECT 1 FROM review_items WHERE note = ?)', text])
  }
  await client.company.backUp()
  if (number === 0) await saveEverything(client)
}

async function saveEverything(client: Client): Promise<void> {
  const { jobId } = await client.exports.everything()
  for (;;) {
    const { state, message } = await client.jobs.get({ id: jobId })
    if (state === 'done') return
    if (state !== 'running') throw new Error(`Everything could not be saved: ${message}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** What the owner does beside it; what is wrong about the answer, null where nothing is. */
export async function doMore({ client }: Opened, what: NonNullable<Moment['does']>): Promise<string | null> {
  const [workflow] = await client.workflows.list()
  const { today } = await client.company.get()
  if (what === 'finish a Foundation review') await holdFoundationReview(client)
  if (what === 'finish a review' || what === 'begin a review') {
    const { id } = await drawMonth(client, workflow?.id ?? 0, monthOf(today), 12)
    if (what === 'finish a review') await finishReview(client, id)
  }
  if (what === 'date back')
    await client.signals.record({
      ...{ kind: 'business', text: 'Long ago', onDate: '2025-11-20' },
      ...{ workflowId: null, sectionId: null },
    })
  return what === 'set up a company' ? setUp(client, today) : null
}

/** Refused where no clock that is right says such a day. */
async function setUp(client: Client, today: string): Promise<string | null> {
  const answer = await refusal(client.company.create({ name: 'Northwind Bikes', ownerName: 'Ana' }))
  const isPossible = today > '2020' && today < '2080'
  if (isPossible !== (answer === 'accepted')) return `setting up on ${today}: ${JSON.stringify(answer)}`
  if (!isPossible) return null
  await client.workflows.create(aWorkflow({ goLiveOn: '2026-09-01' }))
  await documentsOf({ client }).section('Tone', 'Warm.', '2026-09-01')
  return null
}

/** Whatever is due on a day that a clock that was wrong has set. */
export async function stuckIn({ client }: Opened): Promise<string[]> {
  const { today, company, troubles } = await client.company.get()
  const [workflow] = await client.workflows.list()
  if (company === null || !workflow) return []
  const home = await client.results.home()
  const { nextReview } = await client.results.workflow({ workflowId: workflow.id })
  const { dueOn } = await client.foundationReviews.plan()
  const bin = await client.bin.list()
  const isSoon = (day: string | null | undefined, days: number) =>
    day !== null && day !== undefined && day <= addDays(today, days)
  return [
    isSoon(nextReview?.due, 75) ? '' : `the next review is due on ${nextReview?.due}`,
    (home.session?.month ?? '') <= addMonths(monthOf(today), 1) ? '' : `Home leads to ${home.session?.month}`,
    isSoon(dueOn, 110) ? '' : `the Foundation is due on ${dueOn}`,
    ...bin.map(({ name, leavesOn }) => (isSoon(leavesOn, 331) ? '' : `${name} stays until ${leavesOn}`)),
    ...troubles.map((trouble) => (/clock/.test(trouble) ? trouble : '')),
  ].filter(Boolean)
}

/** The log as the owner reads it is in the order of the work. */
export async function disorderIn({ client }: Opened): Promise<string[]> {
  const { rows } = await client.activity.list({ ...noActivityFilter, offset: 0, limit: 100 })
  const isInOrder = rows.every(({ seq }, at) => at === 0 || seq < (rows[at - 1]?.seq ?? 0))
  return isInOrder ? [] : ['the log is not in the order of the work']
}
