import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { JudgeState, Pair, SavedJudgement } from '../../../../../shared/contract/model-tests/compare.ts'
import type { ModelTest, Side } from '../../../../../shared/contract/model-tests/test.ts'
import {
  type Judgement,
  type StopState,
  stopState,
} from '../../../../../shared/domain/model-tests/model-test.ts'
import { bellSentence } from '../../../../../shared/domain/model-tests/model-test-sentences.ts'
import {
  pairOrder,
  pairOrderAlgorithm,
  repeatsFor,
} from '../../../../../shared/domain/model-tests/pair-order.ts'
import { describeJudgement } from '../../../../../shared/domain/model-tests/pair-verdicts.ts'
import { bothBadWords } from '../../../../../shared/domain/model-tests/rule.ts'
import { isSameWording } from '../../../../../shared/domain/text/same-wording.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import { createUndo } from '../../../db/undo.ts'
import type { Handlers } from '../../../handlers.ts'
import { checksFailedBy } from '../../../heavy/heavy.ts'
import type { Workflows } from '../../workflows/service.ts'
import { assertCollecting, assertJudging, type Desk } from '../desk.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { PairRow, TestedWorkflow, TestInput } from '../rows.ts'
import { createJudgements, tallyOf } from './judgements.ts'

type Needs = { desk: Desk; workflows: Pick<Workflows, 'nameOf'> }
type Calls = Pick<
  Handlers<'modelTests'>,
  'startJudging' | 'judging' | 'pair' | 'judge' | 'undoJudgement' | 'reveal'
>

const pairsBetweenLooks = 4

/** Two outputs of one input side by side, without names. Nothing said here tells which is which. */
export function createJudging(
  { commands, db, clock, newSeed }: Context,
  repository: ModelTestsRepository,
  { desk, workflows }: Needs,
): Calls {
  const judgements = createJudgements(repository)
  const command = commands('modelTests')
  const undos = createUndo(db, command.log)

  /** Both texts of every input; refuses with what is missing. */
  function bothTexts(testId: number): { input: TestInput; isIdentical: boolean }[] {
    const texts = new Map(repository.outputs(testId).map((row) => [`${row.inputId}:${row.side}`, row.text]))
    const missing: string[] = []
    const both = repository.inputs(testId).map((input) => {
      const [current, candidate] = (['current', 'candidate'] as const).map((side) =>
        texts.get(`${input.id}:${side}`),
      )
      if (current === undefined || candidate === undefined) {
        missing.push(`${workflows.nameOf(input.workflowId)}, input ${input.position} “${input.name}”`)
        return { input, isIdentical: false }
      }
      return { input, isIdentical: isSameWording(current, candidate) }
    })
    if (missing.length > 0) throw new AppError('CONFLICT', missingSentence(missing))
    return both
  }

  /** Inside the caller's transaction. One workflow after the other, each balanced by itself. */
  function placePairs(testId: number, seed: number) {
    const shown = bothTexts(testId).filter(({ isIdentical }) => !isIdentical)
    const generator = xoroshiro128plus(seed)
    let position = 0
    for (const { workflowId } of repository.workflows(testId)) {
      const inputIds = shown.flatMap(({ input }) => (input.workflowId === workflowId ? [input.id] : []))
      const order = pairOrder({
        inputIds,
        seed: uniformInt(generator, 0, 2 ** 32 - 1),
        repeats: repeatsFor(inputIds.length),
      })
      for (const { inputId, left, isRepeat } of order) {
        position++
        repository.insertPair(testId, { inputId, position, isCurrentLeft: left === 'current', isRepeat })
      }
    }
  }

  /**
   * As of the last look: a bell that one mark could ring would tell which side was which. For the same reason a
   * must-pass failure of one side only is left out.
   */
  function stateOf(testId: number, { workflowId, rule }: TestedWorkflow): StopState {
    const judged = repository.pairs(testId).filter((pair) => !pair.is_repeat && pair.verdict !== null)
    const list = judgements.ofWorkflow(testId, workflowId)
    const inputIds = new Set(list.map(({ inputId }) => inputId))
    const inTurn = judged.flatMap(({ input_id }) => (inputIds.has(input_id) ? [input_id] : []))
    const seen = new Set(inTurn.slice(0, inTurn.length - (inTurn.length % pairsBetweenLooks)))
    const looked = list.map((judgement): Judgement => {
      const bothFail = judgement.candidateFails && judgement.currentFails
      if (judgement.isIdentical || seen.has(judgement.inputId)) {
        return { ...judgement, candidateFails: bothFail, currentFails: bothFail }
      }
      return { ...judgement, outcome: 'not_judged', candidateFails: false, currentFails: false }
    })
    const remaining = looked.filter(({ outcome }) => outcome === 'not_judged').length
    return stopState(tallyOf(looked), remaining, rule)
  }

  function bell(testId: number, remaining: number): string | null {
    const states = repository.workflows(testId).map((workflow) => stateOf(testId, workflow))
    if (states.includes('open')) return null
    return bellSentence(states.includes('clear') ? 'clear' : 'decided', remaining)
  }

  function state(testId: number): JudgeState {
    const row = desk.find(testId)
    assertJudging(row)
    const stored = repository.pairs(testId)
    const pairs = stored.map(({ id, position, verdict }) => ({ id, position, isJudged: verdict !== null }))
    const judged = pairs.filter(({ isJudged }) => isJudged).length
    return {
      rev: stored.reduce((sum, pair) => sum + pair.rev, 0),
      pairs,
      judged,
      total: pairs.length,
      nextPairId: pairs.find(({ isJudged }) => !isJudged)?.id ?? null,
      bell: bell(testId, pairs.length - judged),
      secondsUsed: row.seconds_used,
      undoLabel: undos.label(subjectOf(testId)),
      rules: repository
        .workflows(testId)
        .map((workflow) => ruleSentence(workflows.nameOf(workflow.workflowId), workflow)),
    }
  }

  function findPair(id: number): PairRow {
    const pair = repository.pair(id)
    if (!pair) throw new AppError('NOT_FOUND', 'That pair is not here.')
    assertJudging(desk.find(pair.test_id))
    return pair
  }

  async function toPair(row: PairRow): Promise<Pair> {
    const input = repository.input(row.input_id)
    if (!input) throw new Error('A pair has no input')
    const textOf = (side: Side) => repository.output(input.id, side)?.text ?? ''
    const [left, right] = row.is_current_left
      ? [textOf('current'), textOf('candidate')]
      : [textOf('candidate'), textOf('current')]
    return {
      id: row.id,
      position: row.position,
      workflowName: workflows.nameOf(input.workflowId),
      inputName: input.name,
      inputText: input.text,
      reference: input.reference,
      mustNotFail: input.mustNotFail,
      left,
      right,
      leftFailedChecks: await checksFailedBy(left, input.checks),
      rightFailedChecks: await checksFailedBy(right, input.checks),
      ...judgementOf(row),
      rev: row.rev,
    }
  }

  /** Without the texts: the window has them. */
  const savedOf = ({ id, test_id, rev, ...row }: PairRow): SavedJudgement => ({
    pair: { id, ...judgementOf(row), rev },
    state: state(test_id),
    savedAt: clock.now(),
  })

  return {
    startJudging({ id }) {
      command(() => {
        const row = desk.find(id)
        assertCollecting(row)
        if (row.run_state === 'running') {
          throw new AppError('CONFLICT', 'Outputs are being fetched. Wait until it is done, or pause it.')
        }
        const seed = newSeed()
        placePairs(id, seed)
        repository.startJudging(id, seed, clock.now())
        const pairs = repository.pairs(id)
        desk.log('start_judging', id, null, { seed, algorithm: pairOrderAlgorithm, pairs })
      })
      return state(id)
    },
    judging: ({ id }) => state(id),
    pair: ({ pairId }) => toPair(findPair(pairId)),
    judge({ pairId, rev, seconds, ...judging }) {
      const row = command(() => {
        const before = findPair(pairId)
        if (before.rev !== rev) {
          throw new AppError(
            'CONFLICT',
            'Another window has judged this pair since. What you said here is still on screen.',
          )
        }
        repository.judge(pairId, judging, judging.verdict === null ? null : clock.now())
        repository.addTime(before.test_id, seconds)
        const label = describeJudgement(judgementOf(before), judging)
        command.log({
          action: 'judge',
          entity: 'test_pair',
          entityId: pairId,
          before: judgementOf(before),
          after: judging,
          subject: subjectOf(before.test_id),
          ...(label !== null && { label }),
        })
        return findPair(pairId)
      })
      return savedOf(row)
    },
    undoJudgement({ id }) {
      const { label, row } = command(() => {
        assertJudging(desk.find(id))
        const last = undos.last<Said>(subjectOf(id))
        if (!last) throw new AppError('CONFLICT', 'There is nothing left to undo in this comparison.')
        const { note } = findPair(Number(last.entityId))
        const now: Said = { ...last.before, note }
        const pairId = Number(last.entityId)
        repository.judge(pairId, now, now.verdict === null ? null : clock.now())
        undos.log(subjectOf(id), 'test_pair', last, now)
        return { label: last.label, row: findPair(pairId) }
      })
      return { label, ...savedOf(row) }
    },
    reveal({ id }): ModelTest {
      command(() => {
        assertJudging(desk.find(id))
        const before = desk.evidence(id)
        repository.reveal(id, clock.now())
        desk.log('reveal', id, before, desk.evidence(id))
      })
      return desk.read(id)
    },
  }
}

const subjectOf = (testId: number) => `model_test:${testId}`

type Said = ReturnType<typeof judgementOf>

type Judged = Pick<PairRow, 'verdict' | 'left_fails' | 'right_fails' | 'note'>

const judgementOf = ({ verdict, left_fails, right_fails, note }: Judged) => ({
  verdict,
  leftFails: left_fails === 1,
  rightFails: right_fails === 1,
  note,
})

/** "Customer replies: the new one has to be better or the same on 10 of 12, without a must-pass failure." */
function ruleSentence(name: string, { rule }: TestedWorkflow): string {
  const { atLeast, of, noMustPassFailure } = rule
  const failure = noMustPassFailure ? ', without a must-pass failure' : ''
  return `${name}: the new one has to be better or the same on at least ${atLeast} of ${of}${failure}; ${bothBadWords(rule)}.`
}

function missingSentence(missing: readonly string[]): string {
  const [first] = missing
  if (missing.length === 1) return `${first} has no output from one of the sides yet. Add it, then judge.`
  const others = missing.length === 2 ? 'one more' : `${missing.length - 1} more`
  return `${first} and ${others} have no output from one of the sides yet. Add them, then judge.`
}
