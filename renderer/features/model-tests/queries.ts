import type { JudgeState, Pair } from '../../../shared/contract/model-tests/compare.ts'
import { orpc } from '../../api/client.ts'

export const testsQuery = () => orpc.modelTests.list.queryOptions()
export const testQuery = (id: number) => orpc.modelTests.get.queryOptions({ input: { id } })
export const judgingQuery = (id: number) =>
  orpc.modelTests.judging.queryOptions({
    input: { id },
    // A question asked before a verdict must not take it back.
    structuralSharing: (known, asked) => keepFurther(known as JudgeState | undefined, asked as JudgeState),
  })
export const pairQuery = (pairId: number) =>
  orpc.modelTests.pair.queryOptions({
    input: { pairId },
    structuralSharing: (known, asked) => keepNewer(known as Pair | undefined, asked as Pair),
  })
export const resultQuery = (id: number) => orpc.modelTests.result.queryOptions({ input: { id } })
export const companyQuery = () => orpc.company.get.queryOptions()

const keepFurther = (known: JudgeState | undefined, asked: JudgeState): JudgeState =>
  known && known.rev > asked.rev ? known : asked

const keepNewer = (known: Pair | undefined, asked: Pair): Pair =>
  known && known.id === asked.id && known.rev >= asked.rev ? known : asked
