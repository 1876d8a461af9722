import type { Release } from '../../../../../shared/contract/documents.ts'
import type { SideSetUp } from '../../../../../shared/contract/model-tests/test.ts'
import { assembledPrompt } from '../../../../../shared/domain/foundation/assembled-prompt.ts'
import { fillingProblem, noFilling } from '../../../../../shared/domain/model-tests/model-question.ts'
import { longestAnswerOf } from '../../../../../shared/domain/model-tests/model-settings.ts'
import { modelParts } from '../../../../../shared/domain/model-tests/model-text.ts'
import { defaultRule, rebased } from '../../../../../shared/domain/model-tests/rule.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import type { Handlers } from '../../../handlers.ts'
import type { Documents } from '../../documents/service.ts'
import type { Provider } from '../../provider/service.ts'
import type { Releases } from '../../releases/service.ts'
import type { StandardInputs } from '../../standard-inputs/service.ts'
import type { Workflows } from '../../workflows/service.ts'
import { assertCollecting, assertOpen, type Desk } from '../desk.ts'
import type { ModelTestsRepository } from '../repository.ts'
import type { SetUp, TestRow } from '../rows.ts'
import { isSameSide } from './same-side.ts'

type Needs = {
  desk: Desk
  workflows: Pick<Workflows, 'find'>
  releases: Pick<Releases, 'running' | 'all'>
  documents: Pick<Documents, 'version'>
  standardInputs: Pick<StandardInputs, 'copyFor' | 'countOf'>
  provider: Pick<Provider, 'accounts' | 'calls'>
}
type Maker = { vendor: string; model: string }
type Calls = Pick<Handlers<'modelTests'>, 'starts' | 'create' | 'update' | 'discard' | 'lock' | 'copy'>

const answerTokens = 4096
const longestInstructions = 400_000

const wrongField = (field: string, message: string) =>
  new AppError('INVALID_INPUT', message, [{ field, message }])

/** What is compared with what, and by which rule: open until it is locked, then frozen. */
export function createSetUp(
  { commands, clock }: Context,
  repository: ModelTestsRepository,
  { desk, workflows, releases, documents, standardInputs, provider }: Needs,
): Calls {
  const command = commands('modelTests')

  const side = (maker: Maker) => ({ ...named(maker), provider: provider.accounts.ofVendor(maker.vendor) })

  /** What one release gives to the model; what the workflow's own line says where it has no model of its own. */
  function startFrom(release: Release): SideSetUp {
    const workflow = workflows.find(release.workflowId)
    const parts = release.parts.map(({ kind, name, versionId }) => {
      return { kind, name, text: documents.version(versionId)?.text ?? '' }
    })
    const model = parts.find(({ kind }) => kind === 'model')
    const parsed = model ? modelParts(model.text) : null
    const settings = parsed?.settings.slice(0, 4000) ?? ''
    const instructions = assembledPrompt(parts)
    if (instructions.length > longestInstructions) {
      throw new AppError(
        'INVALID_INPUT',
        `The prompt of ${workflow.name} and its sections have more than 400,000 characters, more than a test can give to a model. Shorten them first.`,
      )
    }
    return {
      ...side(parsed ?? workflow),
      settings,
      maxTokens: longestAnswerOf(settings) ?? answerTokens,
      releaseNumber: release.number,
      instructions,
    }
  }

  function live(workflowId: number): SideSetUp {
    const release = releases.running(workflowId, clock.today())
    if (release) return startFrom(release)
    return { ...side(workflows.find(workflowId)), releaseNumber: null, instructions: '', settings: '' }
  }

  function firstSetUp(workflowId: number, candidate: string): SetUp {
    const current = live(workflowId)
    const other = candidate === '' ? {} : { name: candidate, model: candidate }
    const filling = repository.newestSetUp(workflowId)?.filling ?? noFilling
    const rule = defaultRule(standardInputs.countOf(workflowId))
    return { current, candidate: { ...current, ...other }, filling, rule }
  }

  function assertDistinct(ids: readonly number[]) {
    if (new Set(ids).size === ids.length) return
    throw wrongField('workflows', 'A workflow is in the list twice. Leave one of them out.')
  }

  function assertKnown(providerId: string, field: string) {
    if (!provider.accounts.has(providerId)) throw wrongField(field, 'Evenkeel cannot call that provider.')
  }

  /** The rule is for all inputs there are: only how many of them is chosen. */
  function checked(workflowId: number, { current, candidate, filling, rule }: SetUp, index: number): SetUp {
    const { name } = workflows.find(workflowId)
    assertKnown(current.provider, `workflows.${index}.current.provider`)
    assertKnown(candidate.provider, `workflows.${index}.candidate.provider`)
    const count = standardInputs.countOf(workflowId)
    const of = count === 0 ? rule.of : count
    if (rule.atLeast > of) {
      throw wrongField(
        `workflows.${index}.rule.atLeast`,
        `${name} has ${of} standard inputs, so the rule can ask for ${of} at most.`,
      )
    }
    return { current, candidate, filling, rule: { ...rule, of } }
  }

  function assertFresh(row: TestRow, rev: number) {
    if (row.rev === rev) return
    throw new AppError(
      'CONFLICT',
      'This test was changed in another window. What you typed is still here: compare, then save again.',
    )
  }

  /** Inside the caller's transaction. */
  function freeze(testId: number, workflowId: number, setUp: SetUp) {
    const { name } = workflows.find(workflowId)
    const { version, inputs } = standardInputs.copyFor(workflowId)
    if (inputs.length === 0) {
      throw new AppError(
        'INVALID_INPUT',
        `${name} has no standard inputs yet. Add some, twelve if you can, then agree the rule.`,
      )
    }
    if (isSameSide(setUp.current, setUp.candidate)) {
      throw wrongField(
        'workflows',
        `Both sides of ${name} are the same, so there is nothing to compare. Change the new one.`,
      )
    }
    const unfilled = (['current', 'candidate'] as const)
      .map((side) => fillingProblem(setUp[side].instructions, setUp.filling))
      .find((problem) => problem !== null)
    if (unfilled) throw wrongField('workflows', `${name}: ${unfilled}`)
    for (const input of inputs) repository.insertInput(testId, workflowId, input)
    repository.freeze(testId, workflowId, { ...setUp, rule: rebased(setUp.rule, inputs.length) }, version)
  }

  function insert(heading: Parameters<typeof repository.insert>[0], setUps: ReadonlyMap<number, SetUp>) {
    const id = repository.insert(heading, clock.now())
    repository.setWorkflows(id, setUps)
    desk.log('create', id, null, desk.evidence(id))
    return id
  }

  return {
    starts({ workflowId }) {
      workflows.find(workflowId)
      const liveNumber = releases.running(workflowId, clock.today())?.number
      return releases.all(workflowId).map((release) => ({
        ...startFrom(release),
        liveOn: release.liveOn,
        isLive: release.number === liveNumber,
      }))
    },
    create({ heldOn, reason, workflowIds, candidate = '' }) {
      const id = command(() => {
        assertDistinct(workflowIds)
        const setUps = new Map(workflowIds.map((id) => [id, firstSetUp(id, candidate)]))
        return insert({ heldOn, reason, useEvaluator: false }, setUps)
      })
      return desk.read(id)
    },
    update({ id, rev, workflows: setUps, ...heading }) {
      command(() => {
        const row = desk.find(id)
        assertOpen(row)
        assertFresh(row, rev)
        assertDistinct(setUps.map(({ workflowId }) => workflowId))
        const kept = setUps.map(({ workflowId, ...setUp }, index) => {
          return [workflowId, checked(workflowId, setUp, index)] as const
        })
        const before = desk.evidence(id)
        repository.update(id, heading)
        repository.setWorkflows(id, new Map(kept))
        desk.log('update', id, before, desk.evidence(id))
      })
      return desk.read(id)
    },
    discard({ id }) {
      command(() => {
        const row = desk.find(id)
        if (row.state !== 'setting_up') assertCollecting(row)
        if (row.run_state === 'running') {
          throw new AppError(
            'CONFLICT',
            'Outputs are being fetched. Cancel that first, then discard the test.',
          )
        }
        const before = desk.evidence(id)
        provider.calls.forget(id)
        repository.remove(id)
        desk.log('discard', id, before, null)
      })
      return null
    },
    lock({ id }) {
      command(() => {
        assertOpen(desk.find(id))
        const before = desk.evidence(id)
        for (const { workflowId, current, candidate, filling, rule } of repository.workflows(id)) {
          freeze(id, workflowId, { current, candidate, filling, rule })
        }
        repository.lock(id, clock.now())
        desk.log('lock', id, before, { ...desk.evidence(id), inputs: repository.inputs(id) })
      })
      return desk.read(id)
    },
    copy({ id }) {
      const copied = command(() => {
        const row = desk.find(id)
        const setUps = repository
          .workflows(id)
          .map(({ workflowId, current, candidate, filling, rule: agreed }) => {
            const { bothBadIsSame: _, ...rule } = agreed
            return [workflowId, { current, candidate, filling, rule }] as const
          })
        const heading = { heldOn: clock.today(), reason: row.reason, useEvaluator: row.use_evaluator === 1 }
        return insert(heading, new Map(setUps))
      })
      return desk.read(copied)
    },
  }
}

function named({ vendor, model }: Maker) {
  const name = (model || vendor || 'What runs today').slice(0, 120)
  return { name, vendor: vendor.slice(0, 100), model: model.slice(0, 120), maxTokens: answerTokens }
}
