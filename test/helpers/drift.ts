import { addMonths, type Month } from '../../shared/domain/time/dates.ts'
import { type DatedOutput, holdReview, inMinutes } from './dated-months.ts'
import { documentsOf } from './documents.ts'
import { proposalsWithDates } from './figures-md.ts'
import type { TestApp } from './test-app.ts'

const byHandMinutes = 90

/** The issues of the target screens, by section: July 2, August 3, September 4, October 7. */
const issuesOf: Readonly<Record<string, readonly string[]>> = {
  '2026-07': ['Rules', 'Terms'],
  '2026-08': ['Offer and prices', 'Offer and prices', 'Rules'],
  '2026-09': ['Offer and prices', 'Offer and prices', 'Offer and prices', 'Terms'],
  '2026-10': [...Array<string>(4).fill('Offer and prices'), 'Terms', 'Terms', 'Rules'],
}

/** Proposals of the target screens before its first month, with the sections its issues point to. */
export async function beginDrift(app: TestApp): Promise<{ offerId: number }> {
  await app.client.workflows.create(inMinutes({ name: 'Proposals', byHandMinutes, goLiveOn: '2025-09-01' }))
  const documents = documentsOf(app)
  const offer = await documents.section('Offer and prices', 'Prices of January.', '2025-09-01')
  for (const name of ['Terms', 'Rules']) await documents.section(name, `${name} of January.`, '2025-09-01')
  return { offerId: offer.id }
}

/** Holds the review of a month over the outputs of the target screens; `spare` more are left for a second look. */
export async function holdMonth(app: TestApp, month: Month, spare = 0): Promise<void> {
  const review = proposalsWithDates.find((each) => each.month === month)
  const issues = issuesOf[month] ?? []
  const outputs = (review?.outputs ?? []).map(({ value, writtenOn }, index): DatedOutput => {
    const issue = issues[index]
    const minutes = value === null ? null : Math.round(value * byHandMinutes)
    return { on: writtenOn ?? `${month}-15`, minutes, ...(issue === undefined ? {} : { issue }) }
  })
  await holdReview(app, { workflowId: 1, month, outputs, spare })
}

/** Holds every review from one month to another, both with them. */
export async function holdMonths(app: TestApp, from: Month, to: Month): Promise<void> {
  for (let month = from; month <= to; month = addMonths(month, 1)) await holdMonth(app, month)
}
