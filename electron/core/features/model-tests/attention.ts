import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import type { Todo } from '../../../../shared/contract/results.ts'
import { formatNumber } from '../../../../shared/domain/format.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Desk } from './desk.ts'
import type { ModelTestsRepository } from './repository.ts'
import type { RunwayOfModels } from './runway.ts'

/** What Home says of model tests: those that are not decided yet, and those to begin. */
export function createAttention(
  repository: Pick<ModelTestsRepository, 'underWay'>,
  desk: Pick<Desk, 'read'>,
  runway: Pick<RunwayOfModels, 'todos'>,
): AttentionSource {
  return (locale) => ({
    todos: [...repository.underWay().map(({ id }) => goOn(desk.read(id), locale)), ...runway.todos(locale)],
    dates: [],
  })
}

function goOn(test: ModelTest, locale: string): Todo {
  const isRevealed = test.state === 'revealed'
  return {
    id: `model-test:${test.id}`,
    title: isRevealed ? 'Decide on the model test' : 'Go on with the model test',
    detail: detailOf(test, locale),
    action: isRevealed ? 'See the result' : 'Go on',
    target: { page: 'model-test', id: test.id },
    mark: null,
  }
}

function detailOf({ state, workflows, ...test }: ModelTest, locale: string): string {
  const names = workflows.map(({ workflowName }) => workflowName).join(', ')
  const part = (done: number, total: number) =>
    `${formatNumber(done, 0, locale)} of ${formatNumber(total, 0, locale)}`
  switch (state) {
    case 'setting_up':
      return `${names}: the rule is not agreed yet.`
    case 'collecting':
      return `${names}: ${part(test.collected, test.expected)} outputs are there.`
    case 'judging':
      return `${names}: ${part(test.judged, test.pairs)} pairs are judged.`
    default:
      return `${names}: the names are revealed.`
  }
}
