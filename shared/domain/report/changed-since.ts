import type { Finding } from '../findings/finding-types.ts'
import { monthStatusLabels } from '../findings/status.ts'
import { formatNumber, formatShare } from '../format.ts'
import type { Month } from '../time/dates.ts'
import type { Used } from './used.ts'

/** A figure that a kept report showed and that is another one today; `now` is null where its review is open again. */
export type ChangedFigure = { name: string; month: Month; shown: string; now: string | null }

/** What a kept report says of each workflow against what is said today, as both would be printed. */
export function changedFigures(
  kept: readonly ({ workflowId: number; name: string } & Said)[],
  today: (workflowId: number, month: Month) => Said | null,
  locale: string,
): ChangedFigure[] {
  return kept.flatMap(({ workflowId, name, ...said }) => {
    const { month } = said.finding
    const current = today(workflowId, month)
    const shown = figureWords(said, locale)
    // What was not counted when the page was kept is no figure that changed.
    const now = current && figureWords(said.used ? current : { ...current, used: null }, locale)
    return shown === now ? [] : [{ name, month, shown, now }]
  })
}

type Said = { finding: Finding; used?: Used | null | undefined }

/** "17.9%, Watch, 10 outputs, 412 of 480 used" */
function figureWords({ finding: { figure, status }, used }: Said, locale: string): string {
  const mean = figure.mean === null ? 'not known' : formatShare(figure.mean, locale)
  const number = (value: number) => formatNumber(value, 0, locale)
  const share = used ? `, ${number(used.used)} of ${number(used.offered)} used` : ''
  return `${mean}, ${monthStatusLabels[status]}, ${figure.known} ${figure.known === 1 ? 'output' : 'outputs'}${share}`
}
