import type { Mark } from '../../../../shared/contract/reviews/item-state.ts'
import type { Cursor, ReviewItem } from '../../../../shared/contract/reviews/reviews.ts'
import type { OpenCompany } from '../../open-company.ts'
import { type SampleWorkflow, sampleStandards } from '../company/workflows.ts'
import type { Random } from '../random.ts'

type Sitting = {
  workflowId: number
  month: string
  issues: SampleWorkflow['issues']
  random: Random
  /** Lets this many seconds go by on the sample company's clock. */
  pass: (seconds: number) => void
  /** What was missed in each output, so that one that comes again mostly gets the same marks. */
  judged: Map<number, Missed>
  /** Takes the second look where the month calls for one. */
  looksTwice?: boolean
  /** Leaves the review unfinished after this many outputs. */
  stopAfter?: number
}

type Reviews = OpenCompany['services']['reviews']
type Missed = SampleWorkflow['issues'][number] | null

const call = { locale: 'en-GB' }

/** Draws a month's sample and judges it choice by choice, as the owner would. */
export async function reviewMonth({ reviews }: OpenCompany['services'], sitting: Sitting): Promise<void> {
  const { workflowId, month, stopAfter, looksTwice = false } = sitting
  const { reviewId } = await reviews.draw({ workflowId, month }, call)
  await judgeAll(reviews, reviewId, sitting)
  if (stopAfter !== undefined) return
  const { finding } = await reviews.finish({ reviewId }, call)
  if (!looksTwice || finding?.nextStep.kind !== 'second_look') return
  const second = await reviews.secondLook({ reviewId }, call)
  await judgeAll(reviews, second.reviewId, sitting)
  await reviews.finish(second, call)
}

/** Output by output, up to where the sitting stops; the place is kept there. */
async function judgeAll(reviews: Reviews, reviewId: number, sitting: Sitting): Promise<void> {
  const { random, pass, stopAfter } = sitting
  const { items } = await reviews.get({ reviewId }, call)
  for (const [index, item] of items.entries()) {
    if (index === stopAfter) {
      await reviews.moveTo({ reviewId, cursor: cursorAt(item) }, call)
      return
    }
    const isAgain = sitting.judged.has(item.output.id)
    const seconds = isAgain ? 90 : random.integer(80, 210)
    pass(seconds)
    const act = () => judge(reviews, item, sitting)
    // One of an earlier month takes nothing from the dice, so that the others fall as they would without it.
    await (isAgain ? random.aside(act) : act())
    await reviews.moveTo({ reviewId, cursor: cursorAt(item), spent: [{ itemId: item.id, seconds }] }, call)
  }
}

const cursorAt = ({ id }: ReviewItem): Cursor => ({
  ...{ itemId: id, group: 'standards', standardId: null, view: 'changes', scroll: 0 },
})

async function judge(reviews: Reviews, item: ReviewItem, { issues, random, judged }: Sitting) {
  let rev = item.rev
  const save = async (patch: Parameters<typeof reviews.save>[0]['patch']) => {
    const saved = await reviews.save({ itemId: item.id, rev, patch }, call)
    rev = saved.item.rev
  }
  const trouble = Math.min(0.75, (item.editing ?? 0.15) * 2.2)
  const rolled =
    random.chance(trouble) && issues.length > 0 ? issues[random.integer(0, issues.length - 1)] : undefined
  const before = judged.get(item.output.id)
  const missed = before === undefined || random.chance(0.15) ? rolled : (before ?? undefined)
  judged.set(item.output.id, missed ?? null)
  const place = missed ? standardFor(missed[0]) : -1
  await save({
    marks: item.marks.map((mark, index): Mark => {
      if (!missed || index !== place) return { ...mark, verdict: 'met' }
      const [issueType, section, note] = missed
      return { ...mark, verdict: 'not_met', issueType, section, note }
    }),
  })
  if (item.satisfaction === null)
    await save({ satisfaction: missed ? random.integer(2, 4) : random.integer(4, 5) })
  if (random.chance(0.04)) await save({ isFlagged: true })
  await save({ isDone: true })
}

/** The standard an issue of this type misses, by its place in the list. */
function standardFor(type: string): number {
  const name =
    type === 'Wrong tone' || type === 'Too long'
      ? 'Right tone'
      : type === 'Wrong term'
        ? 'Right terms'
        : 'Accurate'
  return sampleStandards.findIndex((standard) => standard.name === name)
}
