import type { Pair, PairVerdict } from '../../../../shared/contract/model-tests/compare.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { OpenCompany } from '../../open-company.ts'
import { type SampleAnswers, sampleAnswers, sampleModelTest } from '../texts/model-test-answers.ts'
import { sampleInputs } from '../texts/standard-inputs.ts'
import { call } from './wordings.ts'

const secondsOfPair = 55

/** Writes down what every model of a workflow is to be tested on. */
export async function addInputs(
  { standardInputs }: OpenCompany['services'],
  workflowAt: (place: number) => number,
): Promise<void> {
  for (const { workflow, inputs } of sampleInputs) {
    const place = { workflowId: workflowAt(workflow), id: null, rev: null, reference: '' }
    for (const { name, text, tags, mustNotFail = false, checks = [] } of inputs) {
      await standardInputs.save({ ...place, name, text, tags, mustNotFail, checks: [...checks] }, call)
    }
  }
}

/** Sets the new model against the current one, judges every pair and reveals the names. */
export async function holdModelTest(
  { modelTests }: OpenCompany['services'],
  workflowId: number,
  { heldOn, pass }: { heldOn: Day; pass: (seconds: number) => void },
): Promise<void> {
  const { reason, model, filling } = sampleModelTest
  const { id, rev, workflows } = await modelTests.create({ heldOn, reason, workflowIds: [workflowId] }, call)
  const setUps = workflows.map(({ current, candidate, rule }) => {
    return { workflowId, current, candidate: { ...candidate, name: model, model }, filling, rule }
  })
  await modelTests.update({ id, rev, heldOn, reason, useEvaluator: false, workflows: setUps }, call)
  await modelTests.lock({ id }, call)
  for (const { inputId, name } of await modelTests.grid({ id }, call)) {
    const { current, candidate } = answersTo(name)
    await modelTests.paste({ inputId, side: 'current', text: current }, call)
    await modelTests.paste({ inputId, side: 'candidate', text: candidate }, call)
  }
  for (const { id: pairId } of (await modelTests.startJudging({ id }, call)).pairs) {
    const pair = await modelTests.pair({ pairId }, call)
    const { note = '' } = answersTo(pair.inputName)
    const judged = { verdict: verdictOn(pair), leftFails: false, rightFails: false, note }
    pass(secondsOfPair)
    await modelTests.judge({ pairId, rev: pair.rev, ...judged, seconds: secondsOfPair }, call)
  }
  await modelTests.reveal({ id }, call)
}

function verdictOn({ inputName, left }: Pair): PairVerdict {
  const { outcome, current, candidate } = answersTo(inputName)
  if (outcome === 'same') return 'equal'
  return left === (outcome === 'better' ? candidate : current) ? 'left' : 'right'
}

function answersTo(input: string): SampleAnswers {
  const answers = sampleAnswers.find((each) => each.input === input)
  if (!answers) throw new Error(`The sample has no answers to “${input}”`)
  return answers
}
