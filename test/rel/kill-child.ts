import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { ItemState, ReviewItem } from '../../shared/contract/reviews/reviews.ts'
import { marksOf } from '../helpers/builders.ts'
import { createTestApp } from '../helpers/test-app.ts'

/** How answers are acknowledged: after they are saved, or before (the control). */
export type Variant = 'saved' | 'debounced'

/** One line of output: an answer or a place that counts as kept. `number` goes up with every one. */
export type Acknowledged =
  | { kind: 'save'; number: number; itemId: number; rev: number; state: ItemState }
  | { kind: 'move'; number: number }

const [dataDir = '', review = '', variant = 'saved'] = process.argv.slice(2)
const reviewId = Number(review)
// Loading the core takes most of a second, so it is done before the parent needs this process.
await once(process.stdin, 'data')
const { client } = await createTestApp({ dataDir })

const acknowledge = (entry: Acknowledged) => void writeSync(1, `${JSON.stringify(entry)}\n`)

function answer(item: ReviewItem, number: number): ItemState {
  const { marks, ratedBy, editMinutes, minutesSource, isFlagged } = item
  return {
    marks: marksOf({ marks }, number % 3 === 0 ? 'not_met' : 'met'),
    satisfaction: 1 + (number % 5),
    ratedBy,
    editMinutes,
    minutesSource,
    isFlagged: !isFlagged,
    note: String(number),
    isDone: true,
  }
}

const { items } = await client.reviews.get({ reviewId })
let number = Math.max(0, ...items.map((item) => Number(item.note)))
for (;;) {
  for (const [index, item] of items.entries()) {
    number += 1
    const state = answer(item, number)
    if (variant === 'debounced') {
      acknowledge({ kind: 'save', number, itemId: item.id, rev: item.rev + 1, state })
      await pause(25)
    }
    const saved = await client.reviews.save({ itemId: item.id, rev: item.rev, patch: state })
    items[index] = { ...item, ...saved.item }
    if (variant === 'saved')
      acknowledge({ kind: 'save', number, itemId: item.id, rev: saved.item.rev, state })

    const cursor = {
      itemId: item.id,
      group: 'note',
      standardId: null,
      view: 'final',
      scroll: number,
    } as const
    await client.reviews.moveTo({ reviewId, cursor })
    acknowledge({ kind: 'move', number })
  }
}
