import { expect, test } from 'vitest'
import { SentRequests } from '../../renderer/features/provider/SentRequests.tsx'
import type { SentRequest } from '../../shared/contract/provider.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const request = (id: number, fields: Partial<SentRequest>): SentRequest => ({
  ...{ id, sentAt: '2026-11-03T08:15:00Z', host: 'api.example.org', modelTestId: 1, purpose: 'output' },
  ...{ model: 'model-5', characters: 4200, cost: 0.25, outcome: 'answered', message: '' },
  ...fields,
})

test('a request of unknown cost is not called free', async () => {
  const rows = [request(2, {}), request(1, { cost: null, outcome: 'maybe_paid', message: 'Cut off' })]
  const answers = { 'provider/sent': { rows, total: 2, characters: 8400, cost: 0.25, unknownCosts: 1 } }
  const { screen, text } = await show(<SentRequests />, answers)
  await expect
    .poll(() =>
      rowsOf(screen.container)
        .slice(1)
        .map((row) => row.slice(1)),
    )
    .toEqual([
      ['Output of a model test', 'api.example.orgmodel-5', '4,200', '$0.25', 'Answered'],
      [
        ...['Output of a model test', 'api.example.orgmodel-5', '4,200', 'Not known'],
        'No answer, may have been paidCut off',
      ],
    ])
  expect(text()).toContain('2 requests with 8,400 characters. They cost $0.25; of 1 the cost is not known.')
  await expectAccessible(screen.container)
})
