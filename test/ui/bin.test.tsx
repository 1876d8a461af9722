import { expect, test } from 'vitest'
import { BinList } from '../../renderer/features/bin/BinList.tsx'
import type { BinEntry } from '../../shared/contract/safety.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const entry = (id: number, fields: Partial<BinEntry>): BinEntry => ({
  ...{ id, kind: 'signal', name: 'Prices go up', contents: '' },
  ...{ deletedAt: '2026-11-21T09:30:00.000Z', leavesOn: '2026-12-21', deletedBy: 'Anna' },
  ...fields,
})
const entries = [
  entry(2, {}),
  entry(1, { kind: 'workflow', name: 'Proposals', contents: '2 imports and 12 outputs', deletedBy: '' }),
]

test('the Bin says what waits, what is in it, who deleted it and until when it is kept', async () => {
  const { screen } = await show(<BinList />, { 'bin/list': entries })
  await expect.element(screen.getByRole('button', { name: 'Put back Proposals' })).toBeVisible()
  expect(rowsOf(screen.container).map((cells) => cells.slice(0, 3))).toEqual([
    ['What', 'Deleted', 'Kept until'],
    ['Prices go upSignal', '21 November 2026Anna', '21 December 2026'],
    ['ProposalsWorkflow: 2 imports and 12 outputs', '21 November 2026The owner', '21 December 2026'],
  ])
  await expectAccessible(screen.container)
})

test('one of them is put back, and the Bin says so', async () => {
  const { screen, asked } = await show(<BinList />, { 'bin/list': entries, 'bin/putBack': null })
  await screen.getByRole('button', { name: 'Put back Proposals' }).click()
  await expect.element(screen.getByRole('status')).toHaveTextContent('Proposals is back in its place.')
  expect(asked).toContainEqual({ procedure: 'bin/putBack', input: { id: 1 } })
})

test('what cannot be put back is said, and the entry stays', async () => {
  const { screen } = await show(<BinList />, { 'bin/list': entries })
  await screen.getByRole('button', { name: 'Put back Proposals' }).click()
  await expect.element(screen.getByRole('alert')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Put back Proposals' })).toBeEnabled()
})

test('it is emptied only after it was asked', async () => {
  const { screen, asked } = await show(<BinList />, { 'bin/list': entries, 'bin/empty': null })
  await screen.getByRole('button', { name: 'Empty the Bin…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Empty the Bin now?' })
  await expect
    .element(
      dialog.getByText('2 entries will be deleted for good. A backup that still holds this is made first.'),
    )
    .toBeVisible()
  expect(asked.map(({ procedure }) => procedure)).not.toContain('bin/empty')
  await expectAccessible(dialog.element())
  await dialog.getByRole('button', { name: 'Empty it' }).click()
  await expect.poll(() => asked.map(({ procedure }) => procedure)).toContain('bin/empty')
  await expect.element(dialog).not.toBeInTheDocument()
})

test('an empty Bin says what it is for', async () => {
  const { screen, text } = await show(<BinList />, { 'bin/list': [] })
  await expect.element(screen.getByText('Nothing is in the Bin')).toBeVisible()
  expect(text()).toContain('waits here for 30 days and can be put back whole')
})
