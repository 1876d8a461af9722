import type { Todo, WorkflowLine } from '../../../../shared/contract/results.ts'
import type { Session } from '../../../../shared/contract/reviews.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { formatMonthName, formatShare } from '../../../../shared/domain/format.ts'

/** What needs the owner: gaps from setting up, and figures above the update line. Most pressing first. */
export function todosOf(
  workflows: readonly Workflow[],
  lines: readonly WorkflowLine[],
  session: Session,
  locale: string,
): Todo[] {
  return [...aboveTheLine(lines, locale), ...gaps(workflows, session)]
}

function aboveTheLine(lines: readonly WorkflowLine[], locale: string): Todo[] {
  return lines.flatMap(({ workflowId, name, latest, latestMonth, status }) => {
    if (status !== 'update_suggested' || latest?.mean == null || latestMonth === null) return []
    const line = `${Number((latest.updateLine * 100).toFixed(1))}%`
    return [
      {
        id: `above:${workflowId}`,
        title: `${name}: an update is suggested`,
        detail: `Editing was ${formatShare(latest.mean, locale)} in ${formatMonthName(latestMonth, locale)}, above your ${line} line. Look at where the issues point.`,
        action: 'See results',
        target: { page: 'workflow', workflowId, tab: 'results' },
        status,
      },
    ]
  })
}

function gaps(workflows: readonly Workflow[], session: Session): Todo[] {
  const blocked = session.tasks.flatMap(({ workflowId, workflowName, obstacle }): Todo[] =>
    obstacle === null
      ? []
      : [
          {
            id: `blocked:${workflowId}`,
            title: `${workflowName} can’t be reviewed yet`,
            detail: obstacle.message,
            action: 'Complete the set-up',
            target: { page: 'workflow', workflowId, tab: obstacle.tab },
            status: null,
          },
        ],
  )
  const dateless = workflows
    .filter(({ goLiveOn, stage }) => goLiveOn === null && stage === 'production')
    .map(
      ({ id, name }): Todo => ({
        id: `go-live:${id}`,
        title: `When did ${name} go live?`,
        detail: 'The month-3 level and the review dates are counted from that day.',
        action: 'Add the date',
        target: { page: 'workflow', workflowId: id, tab: 'set-up' },
        status: null,
      }),
    )
  return [...blocked, ...dateless]
}
