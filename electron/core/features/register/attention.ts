import type { Todo } from '../../../../shared/contract/results.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { formatDay, formatNumber } from '../../../../shared/domain/format.ts'
import { addDays, type Day, daysBetween } from '../../../../shared/domain/time/dates.ts'
import type { Attention } from '../../attention.ts'
import { emptyEntry, missingAnswers } from './gaps.ts'
import type { RegisterRepository, StoredEntry, StoredIncident } from './repository.ts'

const announcedDays = 14
/** So long a workflow is known before Home asks for what its entry lacks: the first month has other work. */
const daysToAnswer = 30
const shownDays = 90
const shownCharacters = 140

/** What the register puts on Home: reviews of its entries that are due, incidents that are open, answers that lack. */
export function registerAttention(
  repository: RegisterRepository,
  workflows: readonly Workflow[],
  { today, locale }: { today: Day; locale: string },
): Attention {
  const byId = new Map(workflows.map((workflow) => [workflow.id, workflow]))
  const due = repository.entriesDue(addDays(today, shownDays)).flatMap((entry) => {
    const workflow = byId.get(entry.workflowId)
    return workflow && workflow.stage !== 'retired' ? reviewOf(entry, workflow) : []
  })
  const incidents = Map.groupBy(repository.openIncidents(), ({ workflowId }) => workflowId)
  return {
    todos: [
      ...due
        .filter(({ on }) => daysBetween(today, on) <= announcedDays)
        .map((review) => reviewTodo(review, today, locale)),
      ...[...incidents].flatMap(([workflowId, open]) =>
        incidentTodo(byId.get(workflowId)?.name ?? '', open, locale),
      ),
      ...gapsTodo(repository, workflows, { today, locale }),
    ],
    dates: due
      .filter(({ on }) => on >= today)
      .map(({ workflowId, on, name }) => ({
        on,
        what: `${name}: register review`,
        isOverdue: false,
        target: { page: 'workflow', workflowId, tab: 'register' },
      })),
  }
}

type Review = { workflowId: number; name: string; on: Day }

function reviewOf({ workflowId, nextReviewOn }: StoredEntry, { name }: Workflow): Review[] {
  return nextReviewOn === null ? [] : [{ workflowId, name, on: nextReviewOn }]
}

function reviewTodo({ workflowId, name, on }: Review, today: Day, locale: string): Todo {
  const day = formatDay(on, locale)
  return {
    id: `register:${workflowId}`,
    title: on < today ? `${name}: the register review is overdue` : `${name}: a register review is due soon`,
    detail: `${on < today ? 'It was due on' : 'It is due on'} ${day}. Look through the entry, then mark it as reviewed.`,
    action: 'Open the register',
    target: { page: 'workflow', workflowId, tab: 'register' },
    mark: null,
  }
}

function incidentTodo(name: string, open: readonly StoredIncident[], locale: string): Todo[] {
  const [oldest] = open
  if (!oldest) return []
  const since = formatDay(oldest.happenedOn, locale)
  const isOne = open.length === 1
  return [
    {
      id: `incident:${oldest.id}`,
      title: isOne
        ? `${name}: an incident is open`
        : `${name}: ${formatNumber(open.length, 0, locale)} incidents are open`,
      detail: `${isOne ? 'It happened' : 'The oldest happened'} on ${since}: ${excerpt(oldest.what)} Close it when nothing is left to do.`,
      action: 'Open the register',
      target: { page: 'workflow', workflowId: oldest.workflowId, tab: 'register' },
      mark: null,
    },
  ]
}

/** One line for the whole register, leading to the entry that lacks most. */
function gapsTodo(
  repository: RegisterRepository,
  workflows: readonly Workflow[],
  { today, locale }: { today: Day; locale: string },
): Todo[] {
  const asked = workflows.filter(
    ({ stage, createdAt }) =>
      stage === 'production' && daysBetween(createdAt.slice(0, 10), today) >= daysToAnswer,
  )
  const lacking = asked
    .map(({ id, name }) => ({ id, name, count: missingAnswers(repository.entry(id) ?? emptyEntry).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
  const [first] = lacking
  if (!first) return []
  const number = (value: number) => formatNumber(value, 0, locale)
  const isOne = lacking.length === 1
  return [
    {
      id: 'register:gaps',
      title: isOne
        ? `${first.name}: the register lacks ${first.count === 1 ? 'an answer' : 'answers'}`
        : `The register lacks answers about ${number(lacking.length)} AI workflows`,
      detail: `${number(lacking.reduce((sum, { count }) => sum + count, 0))} in all. They are what an auditor or a customer asks for first.`,
      action: 'Open the register',
      target: { page: 'workflow', workflowId: first.id, tab: 'register' },
      workflowId: isOne ? first.id : null,
      mark: null,
    },
  ]
}

/** The first line as a sentence, cut where it is long. */
function excerpt(text: string): string {
  const [line = ''] = text.split('\n')
  if (line.length > shownCharacters) return `${line.slice(0, shownCharacters).trimEnd()}…`
  return /[.!?…]$/.test(line) ? line : `${line}.`
}
