import type { Todo, UpcomingDate, WorkflowLine } from '../../../../shared/contract/results.ts'
import type { Status, TextLinesGuide } from '../../../../shared/contract/reviews/findings.ts'
import type { Session } from '../../../../shared/contract/reviews/reviews.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { linesStanding } from '../../../../shared/domain/figures/text-lines.ts'
import type { NextStep } from '../../../../shared/domain/findings/finding-types.ts'
import { findingHeadline, findingSentences } from '../../../../shared/domain/findings/finding-words.ts'
import type { LevelToday } from '../../../../shared/domain/findings/month-three.ts'
import { levelSinceWords } from '../../../../shared/domain/findings/move-words.ts'
import { stepAction } from '../../../../shared/domain/findings/step-words.ts'
import { formatMonth, formatMonthName, formatNumber } from '../../../../shared/domain/format.ts'
import { addMonths, type Day, type Month, monthOf } from '../../../../shared/domain/time/dates.ts'
import { type MonthlyDue, monthlyDue } from '../../../../shared/domain/time/months.ts'
import type { WaitingChange } from '../effects/measurements.ts'

/** What needs the owner: gaps from setting up, and figures above the update line. Most pressing first. */
export function todosOf(
  workflows: readonly Workflow[],
  lines: readonly WorkflowLine[],
  session: Session,
  said: Said,
): Todo[] {
  return [
    ...lines.flatMap((line) => findingTodo(line, said) ?? []),
    ...lines.flatMap((line) => levelTodo(line, said) ?? []),
    ...gaps(workflows, session, said),
  ]
}

type Said = {
  today: Day
  locale: string
  /** The section most issues of a workflow point to. */
  sectionOf: (workflowId: number) => number | null
  /** The review of its newest finished month. */
  reviewOf: (workflowId: number) => number | null
  /** What the lines of a text workflow are found from. */
  guideOf: (workflowId: number) => TextLinesGuide
  /** The month-3 level of today where the newest finding was worked out with another one. */
  levelOf: (workflowId: number) => LevelToday | null
}

/** What a latest month asks for: an update that is due or suggested, an early sign, lines to find. */
function findingTodo({ workflowId, name, finding }: WorkflowLine, said: Said): Todo | null {
  const { today, locale } = said
  if (!finding) return null
  const isEarlySign = finding.headline.kind === 'early_sign'
  if (!isEarlySign && !pressing.has(finding.status)) return null
  const sentences = findingSentences(finding, locale)
  const [first = '', ...rest] = findingHeadline(finding, locale)
  return {
    id: `finding:${workflowId}`,
    title: `${name}: ${first.toLowerCase()}${rest.join('')}`,
    detail: sentences[isEarlySign ? 1 : 0] ?? '',
    action: stepAction(finding.nextStep, today, locale),
    target: stepTarget(finding.nextStep, workflowId, said),
    about: { page: 'workflow', workflowId, tab: 'results' },
    workflowId,
    mark: isEarlySign ? 'early_sign' : finding.status,
  }
}

/** What was found is kept as it was (ADR 0014), so it is said where it no longer fits. */
function levelTodo({ workflowId, name, finding }: WorkflowLine, { levelOf, locale }: Said): Todo | null {
  const now = levelOf(workflowId)
  if (!finding || !now) return null
  return {
    id: `level:${workflowId}`,
    title: `The month-3 level of ${name} is another one now`,
    detail: levelSinceWords(finding, now, locale),
    action: 'Look, then recompute',
    target: { page: 'workflow', workflowId, tab: 'results' },
    mark: null,
  }
}

function stepTarget(step: NextStep, workflowId: number, { sectionOf, reviewOf }: Said): Todo['target'] {
  const reviewId = reviewOf(workflowId)
  if (step.kind === 'second_look' && reviewId !== null) return { page: 'second-look', reviewId }
  switch (step.kind) {
    case 'plan_update':
      return { page: 'update', workflowId, sectionId: sectionOf(workflowId) }
    case 'hold_foundation_review':
      return { page: 'foundation-reviews' }
    case 'wait_for_effect':
    case 'go_back':
      return { page: 'change', number: step.changeNumber }
    default:
      return { page: 'workflow', workflowId, tab: step.kind === 'set_lines' ? 'set-up' : 'results' }
  }
}

const pressing: ReadonlySet<Status> = new Set(['update_due', 'update_suggested'])

function gaps(workflows: readonly Workflow[], session: Session, said: Said): Todo[] {
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
            mark: null,
          },
        ],
  )
  const lineless = workflows
    .filter(({ targetLine, hasReviews }) => targetLine === null && hasReviews)
    .map((workflow) => linesTodo(workflow, said))
  const dateless = workflows
    .filter(({ goLiveOn, stage }) => goLiveOn === null && stage === 'production')
    .map(
      ({ id, name }): Todo => ({
        id: `go-live:${id}`,
        title: `When did ${name} go live?`,
        detail: 'The month-3 level and the review dates are counted from that day.',
        action: 'Add the date',
        target: { page: 'workflow', workflowId: id, tab: 'set-up' },
        mark: null,
      }),
    )
  return [...blocked, ...dateless, ...lineless, ...ownerless(workflows)]
}

/** Lines to find, or found and to be taken. */
function linesTodo({ id, name, byHandMinutes }: Workflow, { guideOf, locale }: Said): Todo {
  const guide = guideOf(id)
  return {
    id: `lines:${id}`,
    title: guide.found ? `The lines of ${name} are found` : `${name} has no lines yet`,
    detail: linesStanding(guide, byHandMinutes, locale),
    action: guide.found ? 'Look at them' : 'Find or set your lines',
    target: { page: 'workflow', workflowId: id, tab: 'set-up' },
    mark: 'finding_lines',
  }
}

const ownersNamed = 3

/** Workflows that nobody answers for; many of them are one row. */
function ownerless(workflows: readonly Workflow[]): Todo[] {
  const without = workflows.filter(({ processOwner }) => processOwner === '')
  const detail = 'Somebody has to say whether its wording is still true, and act on what a review finds.'
  if (without.length > ownersNamed) {
    return [
      {
        id: 'owner:all',
        title: `${without.length} workflows have no process owner`,
        detail,
        action: 'See them',
        target: { page: 'workflows' },
        mark: null,
      },
    ]
  }
  return without.map(({ id, name }) => ({
    id: `owner:${id}`,
    title: `${name} has no process owner`,
    detail,
    action: 'Name the owner',
    target: { page: 'workflow', workflowId: id, tab: 'set-up' },
    mark: null,
  }))
}

/** One row a workflow, the most pressing; what else waits of it is named in the same row. */
export function oneAWorkflow(todos: readonly Todo[]): Todo[] {
  const keyOf = ({ id, target, workflowId }: Todo) => {
    const about = workflowId === undefined && target.page === 'workflow' ? target.workflowId : workflowId
    return about === undefined || about === null ? id : `workflow:${about}`
  }
  return [...Map.groupBy(todos, keyOf).values()].flatMap(([first, ...others]): Todo[] => {
    if (!first) return []
    const also = others.map((each) => `${withChange(each)}.`.replace(/([?!])\.$/, '$1')).join(' ')
    return [also === '' ? first : { ...first, detail: `${first.detail} Also: ${also}` }]
  })
}

/** What is told of a change, where only its title is read: "After change 3: editing of Proposals rose …". */
function withChange({ title, target }: Todo): string {
  if (target.page !== 'change' || title.includes(`change ${target.number}`)) return title
  return `After change ${target.number}: ${title.slice(0, 1).toLowerCase()}${title.slice(1)}`
}

const namedAtMost = 3
const monthsOverdue = 2

/** The last month whose review is long overdue for a change that waits for it. */
const overdueUntil = (today: Day): Month => addMonths(monthOf(today), -monthsOverdue)

/** Changes that should have had their "after" two finished months ago, one line a workflow. */
export function overdueChanges(
  waiting: readonly WaitingChange[],
  { today, next, locale }: { today: Day; next: Month; locale: string },
): Todo[] {
  const until = overdueUntil(today)
  const late = waiting.filter(({ dueMonth, isFirst }) => isFirst && dueMonth <= until)
  return [...Map.groupBy(late, ({ workflowName }) => workflowName)].flatMap(([name, changes]): Todo[] => {
    const [oldest] = changes.toSorted((a, b) => (a.dueMonth < b.dueMonth ? -1 : 1))
    if (!oldest) return []
    const since = formatMonth(oldest.dueMonth, locale)
    const isOne = changes.length === 1
    return [
      {
        id: `waiting:${oldest.number}`,
        title: `${numbered(changes, locale)} still ${isOne ? 'waits for its' : 'wait for their'} “after”`,
        detail: isOne
          ? `${oldest.what.startsWith(name) ? '' : `${name}: `}${oldest.what}. It was due with the ${since} review; the next one you finish shows whether it helped.`
          : `${name}: the oldest was due with the ${since} review; the next one you finish shows whether they helped.`,
        action: 'Open the review',
        target: { page: 'session', month: next },
        workflowId: oldest.workflowId,
        mark: null,
      },
    ]
  })
}

/** When changes get their "after": with the review of their month, or with the next one where that is over. */
export function changeDates(
  waiting: readonly WaitingChange[],
  { today, next, due, locale }: { today: Day; next: Month; due: MonthlyDue; locale: string },
): UpcomingDate[] {
  const until = overdueUntil(today)
  const recent = waiting.filter(({ dueMonth }) => dueMonth > until)
  const byLook = Map.groupBy(recent, ({ dueMonth, isFirst }) =>
    JSON.stringify([dueMonth < next ? next : dueMonth, isFirst]),
  )
  return [...byLook].map(([key, changes]) => {
    const [month, isFirst] = JSON.parse(key) as [Month, boolean]
    const on = monthlyDue(month, due)
    const gets = new Set(changes.map(({ number }) => number)).size === 1 ? 'gets its' : 'get their'
    const look = isFirst ? '“after”' : 'next look'
    const what = `${numbered(changes, locale)} ${gets} ${look} with the ${formatMonthName(month, locale)} review`
    return { on, what, isOverdue: on < today, target: { page: 'session', month } }
  })
}

/** "Change 17", "Changes 3 and 17", or how many there are. */
function numbered(changes: readonly WaitingChange[], locale: string): string {
  const numbers = [...new Set(changes.map(({ number }) => number))].sort((a, b) => a - b)
  if (numbers.length > namedAtMost) return `${formatNumber(numbers.length, 0, locale)} changes`
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(numbers.map(String))
  return numbers.length === 1 ? `Change ${list}` : `Changes ${list}`
}
