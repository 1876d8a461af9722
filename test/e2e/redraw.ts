import { expect } from '@playwright/test'
import { drawSample } from '../../shared/domain/reviews/sampling.ts'
import type { CoreClient } from './core-client.ts'

/** The review drawn last holds just what `seed` draws from its frozen pool. */
export async function expectSameDraw(core: CoreClient, seed: number): Promise<void> {
  const [session] = await core.reviews.sessions()
  const { tasks } = await core.reviews.session({ month: session?.month ?? '' })
  const reviewId = Math.max(...tasks.map((task) => task.reviewId ?? 0))
  const record = await core.reviews.drawRecord({ reviewId })
  const { picked, reserves } = drawSample(record.pool, { size: 10, reserves: 2, seed })
  expect({ picked, reserves }).toEqual({ picked: record.picked, reserves: record.reserves })
  const { items } = await core.reviews.get({ reviewId })
  expect(items.map(({ output }) => output.id)).toEqual(picked)
}
