import type { Document, Warning } from '../../../../shared/contract/documents.ts'
import type { Workflow } from '../../../../shared/contract/workflows.ts'
import { sameReferences } from '../../../../shared/domain/findings/finding-words.ts'
import { addDays, addMonthsToDay } from '../../../../shared/domain/time/dates.ts'
import type { Clock } from '../../clock.ts'
import type { Effects } from '../effects/service.ts'
import type { Findings } from '../findings/service.ts'
import type { Workflows } from '../workflows/service.ts'
import type { DocumentsRepository } from './repository.ts'

type Needs = {
  workflows: Workflows
  findings: Findings
  effects: Pick<Effects, 'waitingChanges'>
  concerned: (document: Document, since: string) => number[]
}

const steadyAfterMonths = 6
const daysBetweenUpdates = 30

/** What speaks for waiting before a wording is published. Nothing here forbids it. */
export function createGuard(
  clock: Clock,
  repository: DocumentsRepository,
  { workflows, findings, effects, concerned }: Needs,
) {
  /** The latest month is steady, so what prompts the change may be chance; a finding that asks for more is no reason to wait. */
  function noise(list: readonly Workflow[], locale: string): string | null {
    const steady = list.flatMap(({ id, name }) => {
      const finding = findings.latest(id)
      return finding?.headline.kind === 'steady' ? [{ name, finding }] : []
    })
    const [first] = steady
    if (!first) return null
    const names = steady.map(({ name }) => name)
    const before = steady.length === 1 ? inWords(sameReferences(first.finding, locale), locale) : 'before'
    return `Editing of ${inWords(names, locale)} is about the same as ${before}. If that is your reason, another month will show more.`
  }

  /** The last change is not measured yet, so its effect and this one's could not be told apart. */
  function waiting(list: readonly Workflow[], locale: string): string | null {
    const waitedOn = new Set(
      effects.waitingChanges().flatMap(({ workflowId, isFirst }) => (isFirst ? [workflowId] : [])),
    )
    const names = list.flatMap(({ id, name }) => (waitedOn.has(id) ? [name] : []))
    if (names.length === 0) return null
    return `The last change of ${inWords(names, locale)} is still waiting for a review to show what it did. Publish now, and the two cannot be told apart.`
  }

  /** R8: from month six after the newest go-live, a second update of the Foundation within 30 days. */
  function secondUpdate(document: Document): string | null {
    const today = clock.today()
    const newest = workflows
      .all()
      .flatMap(({ goLiveOn, stage }) =>
        goLiveOn && goLiveOn <= today && stage !== 'retired' ? [goLiveOn] : [],
      )
      .sort()
      .at(-1)
    if (document.kind !== 'section' || !newest) return null
    const isSteady = today > addMonthsToDay(newest, steadyAfterMonths)
    // Sections published on one day are one update.
    if (!isSteady || !repository.hasSectionsLive(addDays(today, -daysBetweenUpdates), today)) return null
    return 'The Foundation was updated less than 30 days ago. Frequent updates make results unsteady; waiting for the next review is often better.'
  }

  return {
    warnings(document: Document, locale: string): Warning[] {
      const list = concerned(document, clock.today()).map((id) => workflows.find(id))
      const found = [
        { id: 'noise', message: noise(list, locale) },
        { id: 'waiting', message: waiting(list, locale) },
        { id: 'second_update', message: secondUpdate(document) },
      ] as const
      return found.flatMap(({ id, message }) => (message === null ? [] : [{ id, message }]))
    },
  }
}

const inWords = (names: readonly string[], locale: string) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
