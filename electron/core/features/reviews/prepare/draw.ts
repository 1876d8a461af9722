import type { Draw, DrawMethod, Obstacle } from '../../../../../shared/contract/reviews/reviews.ts'
import type { StandardsVersion, Workflow } from '../../../../../shared/contract/workflows.ts'
import { measures } from '../../../../../shared/domain/figures/measures/index.ts'
import { formatMonth } from '../../../../../shared/domain/format.ts'
import { drawMore, drawSample, samplingAlgorithm } from '../../../../../shared/domain/reviews/sampling.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import type { Months } from '../../months/service.ts'
import type { Outputs, PooledOutput } from '../../outputs/service.ts'
import type { Standards } from '../../standards/service.ts'
import type { Workflows } from '../../workflows/service.ts'
import type { ReviewsRepository } from '../repository.ts'
import { toDraw } from '../rows.ts'
import { createAgain } from './again.ts'
import { itemsFor } from './items-for.ts'

export const reserveCount = 2

type Choice = { method: DrawMethod; picked: number[]; reserves: number[]; seed: number | null }

type Needs = {
  outputs: Outputs
  workflows: Workflows
  standards: Standards
  scanRetired: (itemIds: readonly number[]) => void
  months: Pick<Months, 'assertNotSkipped'>
  isSeenAgain: () => boolean
}

/** Why a workflow's review cannot start; null when it can. */
export function obstacleOf(workflow: Workflow, standards: StandardsVersion | undefined): Obstacle | null {
  if (!standards) return { message: 'Add at least one quality standard first.', tab: 'standards' }
  const message = measures[workflow.measure].obstacle(workflow)
  return message === null ? null : { message, tab: 'set-up' }
}

/** Freezes the pool of a month and draws from it (R2). */
export function createDraw(
  { commands, clock, newSeed }: Context,
  repository: ReviewsRepository,
  { outputs, workflows, standards, scanRetired, months, isSeenAgain }: Needs,
) {
  const command = commands('reviews')
  const mixIn = createAgain(clock, repository, { outputs, isSeenAgain })
  function choose(
    pool: readonly PooledOutput[],
    size: number,
    byHand: readonly number[] | undefined,
  ): Choice {
    if (byHand) return chooseByHand(pool, byHand)
    const seed = newSeed()
    const ids = pool.map(({ id }) => id)
    const { method, picked, reserves } = drawSample(ids, { size, reserves: reserveCount, seed })
    return { method, picked, reserves, seed: method === 'random' ? seed : null }
  }

  async function draw(workflowId: number, month: string, byHand: readonly number[] | undefined) {
    const workflow = workflows.find(workflowId)
    const version = standards.find(workflowId)
    const obstacle = obstacleOf(workflow, version)
    if (obstacle || !version) throw new AppError('INVALID_INPUT', obstacle?.message ?? '')
    months.assertNotSkipped(workflowId, month)
    const pool = outputs.pool(workflowId, month)
    if (pool.length === 0) {
      const name = formatMonth(month, 'en-GB')
      throw new AppError('INVALID_INPUT', `There are no outputs for ${name} yet. Collect them, then draw.`)
    }
    const choice = choose(pool, workflow.sampleSize, byHand)
    const copies = new Map(pool.map((output) => [output.id, output.copies]))
    const items = await mixIn(await itemsFor(workflow, choice, outputs, copies), workflow, {
      ...{ month, version, seed: choice.seed ?? newSeed() },
    })

    return command(() => {
      if (repository.idOf(workflowId, month) !== null) {
        throw new AppError('CONFLICT', 'The sample of this month is already drawn. Go on with it.')
      }
      const id = repository.insert(
        {
          workflowId,
          month,
          secondOf: null,
          standardsVersionId: version.id,
          measure: workflow.measure,
          byHandMinutes: workflow.byHandMinutes,
          targetLine: workflow.targetLine,
          updateLine: workflow.updateLine,
          drawMethod: choice.method,
          outputCount: pool.reduce((sum, output) => sum + output.copies, 0),
          poolCount: pool.length,
          sampleSize: choice.picked.length,
          seed: choice.seed,
          algorithm: choice.method === 'random' ? samplingAlgorithm : null,
          drawnAt: clock.now(),
        },
        { itemId: null, group: 'standards', standardId: null, view: 'changes', scroll: 0 },
      )
      repository.insertPool(id, [...copies.keys()], choice.picked, choice.reserves)
      const standardIds = version.standards.map((standard) => standard.id)
      // Reserves too: one that takes a place later needs no second look.
      scanRetired(items.map((item) => repository.insertItem({ ...item, reviewId: id }, standardIds)))
      const again = items.flatMap(({ againOf }) => againOf ?? [])
      command.log({
        action: 'draw',
        entity: 'review',
        entityId: String(id),
        before: null,
        after: { workflowId, month, ...choice, again, poolCount: pool.length, algorithm: samplingAlgorithm },
      })
      return id
    })
  }

  /** The stored draw beside a fresh one from the same pool and seed. */
  function record(reviewId: number): Draw & {
    pool: number[]
    picked: number[]
    reserves: number[]
    isReproduced: boolean | null
    againCount: number
  } {
    const review = repository.find(reviewId)
    if (!review) throw new AppError('NOT_FOUND', 'That review is not here.')
    const stored = repository.pool(reviewId)
    const { seed } = review
    const size = { size: stored.picked.length, reserves: stored.reserves.length }
    const again =
      seed === null
        ? null
        : review.second_of === null
          ? drawSample(stored.pool, { ...size, seed })
          : drawMore(stored.pool, { ...size, seed, seen: repository.seen(review.second_of) })
    const isReproduced =
      again &&
      JSON.stringify([again.picked, again.reserves]) === JSON.stringify([stored.picked, stored.reserves])
    const againCount = repository.againCount(reviewId)
    return { ...toDraw(review, repository.reservesLeft(reviewId)), ...stored, isReproduced, againCount }
  }

  return { draw, record }
}

function chooseByHand(pool: readonly PooledOutput[], byHand: readonly number[]): Choice {
  const known = new Set(pool.map(({ id }) => id))
  const picked = [...new Set(byHand)]
  if (picked.some((id) => !known.has(id))) {
    throw new AppError('CONFLICT', 'Some of the chosen outputs are no longer in this month. Choose again.')
  }
  return { method: 'by_hand', picked, reserves: [], seed: null }
}
