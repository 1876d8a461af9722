import type { Finding } from '../findings/finding-types.ts'
import { monthStatusLabels } from '../findings/status.ts'
import { formatShare } from '../format.ts'
import type { Month } from '../time/dates.ts'

/** A figure that a kept report showed and that is another one today; `now` is null where its review is open again. */
export type ChangedFigure = { name: string; month: Month; shown: string; now: string | null }

/** What a kept report says of each workflow against what is said today, as both would be printed. */
export function changedFigures(
  kept: readonly { workflowId: number; name: string; finding: Finding }[],
  today: (workflowId: number, month: Month) => Finding | null,
  locale: string,
): ChangedFigure[] {
  return kept.flatMap(({ workflowId, name, finding }) => {
    const current = today(workflowId, finding.month)
    const shown = figureWords(finding, locale)
    const now = current && figureWords(current, locale)
    return shown === now ? [] : [{ name, month: finding.month, shown, now }]
  })
}

/** "17.9%, Watch, 10 outputs" */
function figureWords({ figure, status }: Finding, locale: string): string {
  const mean = figure.mean === null ? 'not known' : formatShare(figure.mean, locale)
  return `${mean}, ${monthStatusLabels[status]}, ${figure.known} ${figure.known === 1 ? 'output' : 'outputs'}`
}
