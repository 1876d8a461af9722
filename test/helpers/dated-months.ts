import { addMonths, type Day, type Month } from '../../shared/domain/time/dates.ts'
import { aWorkflow, judge, marksOf, toCsv } from './builders.ts'
import type { TestApp } from './test-app.ts'

/** An output that a review of a month is made of: the day it was written, its minutes, and who worked with it. */
export type DatedOutput = {
  on: Day
  minutes: number | null
  by?: string | null
  /** The section its one issue points to; without one it met every standard. */
  issue?: string
}

export const dated = (on: Day, ...minutes: (number | null)[]): DatedOutput[] =>
  minutes.map((each) => ({ on, minutes: each }))

/** A workflow measured in minutes, of 100 by hand: a minute is a per cent. */
export const inMinutes = (overrides: Parameters<typeof aWorkflow>[0] = {}) =>
  aWorkflow({ measure: 'minutes', byHandMinutes: 100, goLiveOn: '2025-09-01', ...overrides })

/**
 * Brings the outputs of a month in and holds its review over all of them. Finished on `finishOn`, by default the
 * 5th of the month after.
 */
export async function holdReview(
  app: TestApp,
  {
    workflowId,
    month,
    outputs,
    spare = 0,
    finishOn,
  }: {
    workflowId: number
    month: Month
    outputs: readonly DatedOutput[]
    /** So many more outputs lie in the month's pool; what is drawn then gets the minutes in its own order. */
    spare?: number
    finishOn?: Day
  },
) {
  app.clock.moveTo(finishOn ?? `${addMonths(month, 1)}-05`)
  const others = Array.from({ length: spare }, (): DatedOutput => ({ on: `${month}-20`, minutes: null }))
  const pool = [...outputs, ...others]
  const rows = pool.map(({ on, by = null }, index) => ({
    Date: on,
    ID: `W${workflowId}-${month}-${index + 1}`,
    'AI text': `Draft ${workflowId} ${month} ${index + 1} with some words in it`,
    'Final text': `Sent ${workflowId} ${month} ${index + 1} with some words in it`,
    Person: by,
  }))
  await app.importFile(`${workflowId}-${month}.csv`, toCsv(rows), { workflowId })
  const { reviewId } = await app.client.reviews.draw({ workflowId, month })
  const { items } = await app.client.reviews.get({ reviewId })
  const own = items.filter(({ output }) => output.externalId?.startsWith(`W${workflowId}-${month}-`))
  for (const item of items) {
    const place = spare > 0 ? own.indexOf(item) : Number(item.output.externalId?.split('-').at(-1)) - 1
    const { minutes = null, issue } = outputs[place] ?? {}
    const marks = marksOf(item, issue === undefined ? 'met' : ['not_met'])
    const [first, ...rest] = marks
    const pointed =
      first && issue !== undefined ? [{ ...first, section: issue, note: `${issue} again` }, ...rest] : marks
    await judge(app.client, item, { editMinutes: minutes, marks: pointed })
  }
  return app.client.reviews.finish({ reviewId })
}
