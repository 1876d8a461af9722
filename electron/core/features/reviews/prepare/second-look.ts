import { secondLookSize } from '../../../../../shared/domain/findings/update-due.ts'
import { drawMore, samplingAlgorithm } from '../../../../../shared/domain/reviews/sampling.ts'
import { AppError } from '../../../../../shared/errors.ts'
import type { Context } from '../../../context.ts'
import type { ReviewRow } from '../../findings/rows.ts'
import type { Months } from '../../months/service.ts'
import type { Outputs } from '../../outputs/service.ts'
import type { Standards } from '../../standards/service.ts'
import type { ReviewsRepository } from '../repository.ts'
import { reserveCount } from './draw.ts'
import { itemsFor } from './items-for.ts'

type Needs = {
  outputs: Outputs
  standards: Pick<Standards, 'version'>
  months: Pick<Months, 'sealIfClosed'>
  scanRetired: (itemIds: readonly number[]) => void
  /** Whether the month's finding asks for a second look. */
  isCalledFor: (review: ReviewRow) => boolean
  /** Says again what the month says, now that its second look counts or no longer does. */
  reckon: (review: ReviewRow) => void
}

const algorithm = `${samplingAlgorithm}, continued after what was looked at`

/** How many outputs a second look at a finished review can still take, and how many it has judged. */
export function secondLookLeft(
  repository: ReviewsRepository,
  review: Pick<ReviewRow, 'id' | 'draw_method' | 'pool_count'>,
): { left: number; judged: number } {
  if (review.draw_method !== 'random') return { left: 0, judged: 0 }
  const begun = repository.secondLookOf(review.id)
  if (begun) return { left: begun.left, judged: begun.done }
  return { left: review.pool_count - repository.seen(review.id).length, judged: 0 }
}

/** A second look (R4): the next outputs of a month's own draw, as a review beside the first. */
export function createSecondLooks(
  { commands, clock }: Context,
  repository: ReviewsRepository,
  { outputs, standards, months, scanRetired, isCalledFor, reckon }: Needs,
) {
  const command = commands('reviews')

  function find(reviewId: number): ReviewRow {
    const review = repository.find(reviewId)
    if (!review) throw new AppError('NOT_FOUND', 'That review is not here.')
    return review
  }

  async function begin(reviewId: number): Promise<number> {
    const review = find(reviewId)
    const begun = repository.secondLookOf(reviewId)
    if (begun?.state === 'open') return begun.id
    if (review.state === 'open' || review.second_of !== null || !isCalledFor(review)) {
      throw new AppError('CONFLICT', 'This month has no use for a second look.')
    }
    if (secondLookLeft(repository, review).left === 0) {
      throw new AppError('CONFLICT', 'Every output of this month has been looked at.')
    }
    return begun ? goOn(begun.id, review) : draw(review)
  }

  /** What was judged stays judged, and counts again once the look is finished. */
  function goOn(id: number, review: ReviewRow): number {
    return command(() => {
      repository.takeUp(id)
      log('reopen', id, { secondOf: review.id })
      reckon(review)
      return id
    })
  }

  async function draw(review: ReviewRow): Promise<number> {
    const { pool } = repository.pool(review.id)
    const { seed } = review
    if (seed === null) throw new Error('A random draw has a seed')
    const seen = repository.seen(review.id)
    const choice = drawMore(pool, { seen, size: secondLookSize, reserves: reserveCount, seed })
    const measured = { measure: review.measure, byHandMinutes: review.by_hand_minutes }
    const inPool = outputs.pool(review.workflow_id, review.month)
    const copies = new Map(inPool.map((output) => [output.id, output.copies]))
    const items = await itemsFor(measured, choice, outputs, copies)
    return command(() => {
      if (repository.secondLookOf(review.id)) {
        throw new AppError('CONFLICT', 'This month has a second look already. Go on with it.')
      }
      const id = repository.insert(
        {
          workflowId: review.workflow_id,
          month: review.month,
          secondOf: review.id,
          standardsVersionId: review.standards_version_id,
          ...measured,
          targetLine: review.target_line,
          updateLine: review.update_line,
          drawMethod: 'random',
          outputCount: review.output_count,
          poolCount: review.pool_count,
          sampleSize: choice.picked.length,
          seed,
          algorithm,
          drawnAt: clock.now(),
        },
        { itemId: null, group: 'standards', standardId: null, view: 'changes', scroll: 0 },
      )
      repository.insertPool(id, pool, choice.picked, choice.reserves)
      const ids = standards.version(review.standards_version_id).standards.map((standard) => standard.id)
      scanRetired(items.map((item) => repository.insertItem({ ...item, reviewId: id }, ids)))
      log('draw', id, { secondOf: review.id, ...choice, seed, algorithm })
      return id
    })
  }

  /** Counts what is judged; the month says what it says with it from here on. */
  function finish(look: ReviewRow & { second_of: number }) {
    const judged = repository.items(look.id).filter(({ isDone }) => isDone).length
    if (judged === 0) {
      throw new AppError('INVALID_INPUT', 'Judge at least one output of the second look, then finish it.')
    }
    command(() => {
      repository.finishSecondLook(look.id, clock.now(), clock.today())
      log('finish', look.id, { secondOf: look.second_of, judged })
      reckon(find(look.second_of))
      months.sealIfClosed(look.month)
    })
  }

  const log = (action: string, id: number, after: object) =>
    command.log({ action, entity: 'review', entityId: String(id), before: null, after })

  return { begin, finish }
}
