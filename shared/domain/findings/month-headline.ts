import { formatDay, formatNumber } from '../format.ts'
import type { Day } from '../time/dates.ts'
import { type MonthStatus, monthStatusLabels } from './status.ts'

/** What needs attention first; On target, which comes last, is counted instead. */
export const attentionOrder: readonly MonthStatus[] = [
  'update_due',
  'update_suggested',
  'watch',
  'finding_lines',
  'not_enough',
]

/** With more names than this a headline is read by nobody; the others are counted, and stand in the table below. */
const mostNames = 4

const isUntold = (status: MonthStatus) => status === 'finding_lines' || status === 'not_enough'

type Reviewed = {
  name: string
  status: MonthStatus
  /** The last day it was in use, where that was over by the end of the period. */
  inUseTo?: Day | null
}

/**
 * The finding of a month over all reviewed workflows: "2 of 3 AI workflows are on target. Proposals: update due."
 * A single one, and those whose figures say nothing yet, are only named. One that is in use no more is on no target:
 * it is named at the end.
 */
export function monthHeadline(reviewed: readonly Reviewed[], locale: string): string {
  const isOver = ({ inUseTo = null }: Reviewed) => inUseTo !== null
  const over = reviewed.filter(isOver).map(({ name, inUseTo }) => {
    return `${name} was in use until ${formatDay(inUseTo ?? '', locale)}.`
  })
  const current = reviewed.filter((each) => !isOver(each))
  if (current.length === 0 && over.length > 0) return over.join(' ')
  return [currentHeadline(current, locale), ...over].join(' ')
}

function currentHeadline(workflows: readonly Reviewed[], locale: string): string {
  if (workflows.length === 0) return 'No workflow was reviewed this month.'
  const namesOf = (status: MonthStatus) =>
    workflows.filter((each) => each.status === status).map(({ name }) => name)
  const count = (n: number) => formatNumber(n, 0, locale)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const listed = (names: readonly string[]) =>
    names.length <= mostNames
      ? list.format(names)
      : list.format([...names.slice(0, mostNames - 1), `${count(names.length - mostNames + 1)} others`])
  const rest = attentionOrder.flatMap((status) => {
    const names = namesOf(status)
    return names.length === 0 ? [] : [`${listed(names)}: ${monthStatusLabels[status].toLowerCase()}.`]
  })
  const good = namesOf('on_target').length
  if (workflows.length === 1) return rest[0] ?? `${workflows[0]?.name} is on target.`
  if (workflows.every(({ status }) => isUntold(status))) return rest.join(' ')
  const share = good === 0 ? 'None' : count(good)
  const first = `${share} of ${count(workflows.length)} AI workflows ${good > 1 ? 'are' : 'is'} on target.`
  return [first, ...rest].join(' ')
}
