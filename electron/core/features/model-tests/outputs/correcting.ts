import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import { isSameAnswer } from '../../../../../shared/domain/model-tests/same-answer.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import type { Handlers } from '../../../handlers.ts'
import type { Provider } from '../../provider/service.ts'
import { assertCollecting, type Desk } from '../desk.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { SetUp, TestRow } from '../rows.ts'
import { isSameSide } from '../set-up/same-side.ts'

type Needs = { desk: Desk; provider: Pick<Provider, 'accounts'> }
type Correction = Parameters<Handlers<'modelTests'>['correctSide']>[0]

/** Another model or longest answer for one side before anything is judged, without a new test (ADR 0023). */
export function createCorrecting(
  { commands }: Context,
  repository: ModelTestsRepository,
  { desk, provider }: Needs,
): Pick<Handlers<'modelTests'>, 'correctSide'> {
  const command = commands('modelTests')

  /** Inside the caller's transaction. What was fetched and would now be another answer goes. */
  function removeOther(id: number, workflowId: number, side: Side, before: SetUp, after: SetUp) {
    const inputs = new Set(
      repository
        .inputs(id)
        .filter((input) => input.workflowId === workflowId)
        .map((input) => input.id),
    )
    for (const output of repository.outputs(id)) {
      if (output.side !== side || output.source !== 'api' || !inputs.has(output.inputId)) continue
      if (isSameAnswer(output, before[side], after[side])) continue
      repository.removeOutput(output.inputId, side)
      command.log({
        action: 'clear',
        entity: 'test_output',
        entityId: `${output.inputId}:${side}`,
        before: output,
        after: undefined,
        subject: `model_test:${id}`,
      })
    }
  }

  return {
    correctSide({ id, workflowId, side, ...fields }) {
      command(() => {
        const row = desk.find(id)
        assertCollecting(row)
        assertHeld(row)
        if (!provider.accounts.has(fields.provider)) {
          throw new AppError('NOT_FOUND', 'Evenkeel cannot call that provider.')
        }
        const tested = repository.workflows(id).find((each) => each.workflowId === workflowId)
        if (!tested) throw new AppError('NOT_FOUND', 'That workflow is not part of this test.')
        const { workflowId: _id, setVersion, changeNumber: _change, ...before } = tested
        const after = corrected(before, side, fields)
        if (isSameSide(after.current, after.candidate)) {
          throw new AppError(
            'CONFLICT',
            'Both sides would be the same then, so there would be nothing to compare. Choose another model.',
          )
        }
        const evidence = desk.evidence(id)
        removeOther(id, workflowId, side, before, after)
        repository.freeze(id, workflowId, after, setVersion)
        desk.log('correct', id, evidence, desk.evidence(id))
      })
      return desk.read(id)
    },
  }
}

function assertHeld({ run_state }: TestRow) {
  if (run_state !== 'running') return
  throw new AppError('CONFLICT', 'Outputs are being fetched. Pause that first, then change the model.')
}

/** A side that was named by its model is named by the new one; what another model takes is found out anew. */
function corrected(
  before: SetUp,
  side: Side,
  { provider, model, maxTokens }: Pick<Correction, 'provider' | 'model' | 'maxTokens'>,
): SetUp {
  const old = before[side]
  const isOther = old.model !== model || old.provider !== provider
  const name = old.name === old.model ? model : old.name
  const { [side]: sentOfSide, ...sentOfOther } = before.sent ?? {}
  const sent = isOther || !sentOfSide ? sentOfOther : { ...sentOfOther, [side]: sentOfSide }
  return { ...before, sent, [side]: { ...old, provider, model, maxTokens, name } }
}
