import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ActivityLog } from '../../renderer/features/activity/ActivityLog.tsx'
import type { ActivityEntry } from '../../shared/contract/reports/activity.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const entry = (seq: number, fields: Partial<ActivityEntry>): ActivityEntry => ({
  ...{ seq, at: '2026-11-03T08:15:00Z', who: 'Dana', what: 'Workflow changed', about: 'Proposals' },
  ...{ differences: [], more: 0, isHidden: false },
  ...fields,
})
const changed = entry(2, {
  differences: [{ field: 'Process owner', before: 'Dana', after: 'Mira' }],
  more: 4,
})
const answers = {
  'activity/list': {
    rows: [changed, entry(1, { what: 'Pair of answers judged', isHidden: true })],
    total: 2,
    all: 2,
  },
  'activity/choices': { people: ['Dana', 'Evenkeel'], workflows: [{ id: 3, name: 'Proposals' }] },
  'activity/get': { ...changed, more: 0 },
  'activity/seals': [{ month: '2026-10', sealedAt: '', seq: 2, hash: 'e7ee88d2716c4a4aaaaa', isInLog: true }],
  'activity/check': {
    count: 2,
    hash: '716c4a4ae7ee88d2aaaa',
    firstAt: '2026-11-03T08:15:00Z',
    brokenAt: null,
  },
}

test('each entry says what was done, before and after, and opens whole', async () => {
  const { screen, text } = await show(<ActivityLog />, answers)
  await expect
    .poll(() =>
      rowsOf(screen.container)
        .slice(1)
        .map((row) => row.slice(1)),
    )
    .toEqual([
      ['Workflow changedProposals', 'Process owner: Dana', 'Process owner: Miraand 4 more'],
      ['Pair of answers judgedProposals', '', 'Hidden until the last pair of the model test is judged.'],
    ])
  expect(text()).toContain('2 entries, newest first')
  await expectAccessible(screen.container)
  await userEvent.click(screen.getByRole('button', { name: 'Workflow changed' }))
  await expect.element(screen.getByRole('dialog').getByText(/Entry 2/)).toBeVisible()
  await expectAccessible(screen.container)
})

test('the filters ask from midnight to midnight, and start at the first page', async () => {
  const { screen, asked } = await show(<ActivityLog />, answers)
  await userEvent.selectOptions(screen.getByLabelText('Workflow'), 'Proposals')
  await userEvent.fill(screen.getByLabelText('From'), '2026-11-02')
  await userEvent.fill(screen.getByLabelText('To'), '2026-11-02')
  const midnight = (day: number) => new Date(2026, 10, day).toISOString()
  await expect
    .poll(() => asked.findLast(({ procedure }) => procedure === 'activity/list')?.input)
    .toMatchObject({ workflowId: 3, from: midnight(2), until: midnight(3), offset: 0 })
})

test('the check says in words what it found', async () => {
  const { screen, text } = await show(<ActivityLog />, answers)
  await userEvent.click(screen.getByRole('button', { name: 'Check the chain' }))
  await expect
    .poll(text)
    .toContain('All 2 entries since 3 November 2026 are as they were written, and none is missing.')
  expect(text()).toContain('716c 4a4a e7ee 88d2')
})
