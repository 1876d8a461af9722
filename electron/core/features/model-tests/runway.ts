import type { ModelInUse } from '../../../../shared/contract/model-tests/runway.ts'
import type { Todo } from '../../../../shared/contract/results.ts'
import { formatDay, formatMinutes } from '../../../../shared/domain/format.ts'
import { beginningOf } from '../../../../shared/domain/foundation/triggers.ts'
import { type PastTest, pilotDays, runwayTo } from '../../../../shared/domain/model-tests/runway.ts'
import { addDays, daysBetween } from '../../../../shared/domain/time/dates.ts'
import type { Clock } from '../../clock.ts'
import type { Provider } from '../provider/service.ts'
import type { Signals } from '../signals/service.ts'
import type { Workflows } from '../workflows/service.ts'
import type { ModelTestsRepository } from './repository.ts'

type Needs = {
  workflows: Pick<Workflows, 'all'>
  provider: Pick<Provider, 'retirementOf'>
  signals: Pick<Signals, 'open'>
}

/** Home asks so many days before the last day to begin. */
const noticeDays = 28

export type RunwayOfModels = ReturnType<typeof createRunway>

/** How long each model in use is still there, and what calls for a test. */
export function createRunway(
  clock: Clock,
  repository: ModelTestsRepository,
  { workflows, provider, signals }: Needs,
) {
  const pastTests = (): PastTest[] =>
    repository.tests().flatMap(({ decided_on, created_at, seconds_used }) => {
      if (decided_on === null) return []
      const days = Math.max(0, daysBetween(created_at.slice(0, 10), decided_on))
      return [{ days, seconds: seconds_used }]
    })

  function inUse(): ModelInUse[] {
    const past = pastTests()
    return workflows
      .all()
      .filter(({ stage, model }) => stage !== 'retired' && model !== '')
      .map(({ id: workflowId, name: workflowName, model }) => {
        const retirement = provider.retirementOf(model)
        const { retiresOn = null, source = null } = retirement ?? {}
        const runway = retiresOn === null ? null : runwayTo(retiresOn, past)
        return { workflowId, workflowName, model, retiresOn, source, runway }
      })
  }

  /** Workflows with a test that is not decided yet: going on with it has its own row on Home. */
  const underTest = () =>
    new Set(
      repository.underWay().flatMap(({ id }) => repository.workflows(id).map(({ workflowId }) => workflowId)),
    )

  function retiring(tested: ReadonlySet<number>, locale: string): Todo[] {
    const soon = addDays(clock.today(), noticeDays)
    return inUse().flatMap(({ workflowId, workflowName, model, retiresOn, runway }) => {
      if (retiresOn === null || runway === null || runway.startBy > soon || tested.has(workflowId)) return []
      const { startBy, testDays, seconds } = runway
      const own = seconds === null ? '' : ` Your own tests took ${formatMinutes(seconds / 60)} of judging.`
      return [
        {
          id: `runway:${workflowId}`,
          title: `${workflowName}: start the model test by ${formatDay(startBy, locale)}`,
          detail: `${model} is retired on ${formatDay(retiresOn, locale)}. ${testDays} days for the test and ${pilotDays} for a pilot.${own}`,
          action: 'Test the model',
          target: { page: 'new-model-test' as const, workflowId, signalId: null },
          mark: null,
        },
      ]
    })
  }

  function announced(tested: ReadonlySet<number>, locale: string): Todo[] {
    const news = signals.open().filter(({ kind, workflowId }) => {
      return kind === 'provider' && (workflowId === null ? tested.size === 0 : !tested.has(workflowId))
    })
    return news.map(({ id, text, onDate, workflowId }) => ({
      id: `provider-signal:${id}`,
      title: `Model update on ${formatDay(onDate, locale)}`,
      detail: beginningOf(text),
      action: 'Test the model',
      target: { page: 'new-model-test' as const, workflowId, signalId: id },
      mark: null,
    }))
  }

  return {
    inUse,
    todos(locale: string): Todo[] {
      const tested = underTest()
      return [...retiring(tested, locale), ...announced(tested, locale)]
    },
  }
}
