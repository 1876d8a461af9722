import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'
import type { TestRecord } from '../../export/model-test.ts'
import type { Handlers } from '../../handlers.ts'
import type { ImportReader } from '../../import/reader.ts'
import type { Company } from '../company/service.ts'
import type { Documents } from '../documents/service.ts'
import type { Provider } from '../provider/service.ts'
import type { Releases } from '../releases/service.ts'
import type { Signals } from '../signals/service.ts'
import type { StandardInputs } from '../standard-inputs/service.ts'
import type { Standards } from '../standards/service.ts'
import type { Workflows } from '../workflows/service.ts'
import { createAttention } from './attention.ts'
import { createJudging } from './compare/judging.ts'
import { assertRevealed, createDesk, isRevealed } from './desk.ts'
import { createCorrecting } from './outputs/correcting.ts'
import { createOutputs } from './outputs/outputs.ts'
import { createRunner } from './outputs/runner.ts'
import { createModelTestsRepository } from './repository.ts'
import { createDecide, type DecideNeeds } from './result/decide.ts'
import { createResults } from './result/results.ts'
import { createRunway } from './runway.ts'
import { createSetUp } from './set-up/set-up.ts'

type Needs = DecideNeeds & {
  workflows: Workflows
  standards: Standards
  standardInputs: StandardInputs
  provider: Provider
  reader: Pick<ImportReader, 'table'>
  documents: Documents
  releases: Releases
  signals: Pick<Signals, 'open'>
  company: Pick<Company, 'name'>
}

export type ModelTests = Handlers<'modelTests'> & {
  attention: AttentionSource
  /** What came of a test; CONFLICT while its names are hidden. */
  recordOf: (id: number) => Promise<TestRecord>
  /** What came of the tests held until a day whose names are revealed, the latest first. */
  revealedTo: (day: Day) => Promise<TestRecord[]>
  /** Ends what was on its way when Evenkeel last stopped. Call when a company is opened. */
  recover: () => void
}

/** The current model against a new one on the same inputs, judged blind by a rule agreed before (R11). */
export function createModelTests(context: Context, needs: Needs): ModelTests {
  const { workflows, standards, provider } = needs
  const repository = createModelTestsRepository(context.db)
  const runner = createRunner(context, repository, { provider, standards, workflowName: workflows.nameOf })
  const { sendPlan, countTokens, mask, startRun, pauseRun, cancelRun, recover, progress } = runner
  const desk = createDesk(context, repository, { ...needs, progress })
  const runway = createRunway(context.clock, repository, needs)
  const results = createResults(repository, { workflows, runner })

  async function recordOf(id: number): Promise<TestRecord> {
    assertRevealed(desk.find(id))
    const tested = repository.workflows(id)
    const changeOf = new Map(tested.map(({ workflowId, changeNumber }) => [workflowId, changeNumber]))
    return { test: desk.read(id), ...(await results.read(id)), changeOf }
  }

  return {
    ...{ sendPlan, countTokens, mask, startRun, pauseRun, cancelRun },
    ...createSetUp(context, repository, { ...needs, desk }),
    ...createOutputs(context, repository, { ...needs, desk }),
    ...createCorrecting(context, repository, { ...needs, desk }),
    ...createJudging(context, repository, { ...needs, desk }),
    ...createDecide(context, repository, { ...needs, desk }),
    list: () => repository.tests().map(({ id }) => desk.read(id)),
    get: ({ id }) => desk.read(id),
    result({ id }) {
      assertRevealed(desk.find(id))
      return results.read(id)
    },
    recordOf,
    revealedTo: (day) =>
      Promise.all(
        repository
          .tests()
          .filter((test) => isRevealed(test) && test.held_on <= day)
          .map(({ id }) => recordOf(id)),
      ),
    inUse: () => runway.inUse(),
    attention: createAttention(repository, desk, runway),
    recover,
  }
}
