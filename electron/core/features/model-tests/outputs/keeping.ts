import type { Side } from '../../../../../shared/contract/model-tests/test.ts'
import type { Clock } from '../../../clock.ts'
import type { Command } from '../../../command.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { NewOutput, OutputRow, TestInput } from '../rows.ts'

/** What stands in for outputs of the API where it matters only that they are the owner's own. */
const byHand = { inputTokens: null, outputTokens: null, cost: null, stopReason: null }

export type Keeping = ReturnType<typeof createKeeping>

/** The outputs the owner brings herself, each with its row in the log. All of it joins the caller's transaction. */
export function createKeeping(
  command: Command,
  clock: Clock,
  repository: Pick<ModelTestsRepository, 'output' | 'storeOutput' | 'removeOutput' | 'setTime'>,
) {
  function log(action: string, { id, testId }: TestInput, side: Side, before: OutputRow | undefined) {
    const after = repository.output(id, side)
    const subject = `model_test:${testId}`
    command.log({ action, entity: 'test_output', entityId: `${id}:${side}`, before, after, subject })
  }

  return {
    /** Takes the place of one that is there. */
    keep(input: TestInput, side: Side, output: Pick<NewOutput, 'text' | 'source' | 'milliseconds'>): void {
      const before = repository.output(input.id, side)
      repository.storeOutput(input.id, side, { ...byHand, ...output, receivedAt: clock.now() })
      log(before ? 'replace' : 'store', input, side, before)
    },
    /** Adds how long an output that is there took. */
    addTime(input: TestInput, side: Side, milliseconds: number): void {
      const before = repository.output(input.id, side)
      repository.setTime(input.id, side, milliseconds)
      log('update', input, side, before)
    },
    clear(input: TestInput, side: Side): void {
      const before = repository.output(input.id, side)
      if (!before) return
      repository.removeOutput(input.id, side)
      log('clear', input, side, before)
    },
  }
}
