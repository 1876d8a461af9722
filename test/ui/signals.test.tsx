import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { SignalList } from '../../renderer/features/signals/SignalList.tsx'
import { SignalsPage } from '../../renderer/pages/changes/SignalsPage.tsx'
import type { Signal } from '../../shared/contract/signals.ts'
import { expectAccessible, show } from './helpers/show.tsx'

const signal = (id: number, fields: Partial<Signal>): Signal => ({
  ...{ id, rev: 1, kind: 'feedback', text: `Note ${id}`, onDate: '2026-10-05', recordedAt: '' },
  ...{ workflowId: 1, workflowName: 'Proposals', sectionId: 9, sectionName: 'Tone' },
  ...{ state: 'open', changeNumber: null, foundationReviewId: null, reason: '' },
  ...fields,
})
const rowsIn = (container: Element) =>
  [...container.querySelectorAll('li')].map(({ textContent }) => textContent)

test('each signal says what became of it, and offers only what is left to do', async () => {
  const facts = 'Team feedback · Proposals · Tone · 5 October 2026'
  const { screen } = await show(
    <SignalList
      onRemoved={() => undefined}
      signals={[
        signal(1, {}),
        signal(2, { state: 'set_aside', reason: 'Once only' }),
        signal(3, { state: 'handled', changeNumber: 12, foundationReviewId: 5 }),
        signal(4, { state: 'handled', foundationReviewId: 5 }),
      ]}
    />,
  )
  expect(rowsIn(screen.container)).toEqual([
    `Note 1${facts}Make a change of itEditSet asideDelete`,
    `Note 2${facts}Set aside: Once onlyOpen againDelete`,
    `Note 3${facts}Handled by change 12`,
    `Note 4${facts}Handled in a Foundation review`,
  ])
  await expectAccessible(screen.container)
})

test('a signal that cannot be opened again says so beside it', async () => {
  const { screen } = await show(
    <SignalList onRemoved={() => undefined} signals={[signal(2, { state: 'set_aside' })]} />,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Open again' }))
  await expect.element(screen.getByRole('alert')).toBeVisible()
})

test('a deleted signal says where it is, and one press takes it back', async () => {
  const { screen, asked } = await show(<SignalsPage />, {
    'signals/list': { rows: [signal(7, {})], total: 1 },
    'signals/remove': { binId: 31 },
    'bin/putBack': null,
  })
  await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
  const undo = screen.getByRole('button', { name: 'Undo' })
  await expect.element(undo).toHaveFocus()
  await expect.element(screen.getByText(/waits in the Bin/)).toBeVisible()
  await expectAccessible(screen.container)
  await userEvent.click(undo)
  await expect.element(undo).not.toBeInTheDocument()
  expect(asked.findLast(({ procedure }) => procedure === 'bin/putBack')?.input).toEqual({ id: 31 })
})
