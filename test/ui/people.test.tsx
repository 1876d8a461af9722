import { expect, test } from 'vitest'
import { HandOverDialog } from '../../renderer/features/people/HandOverDialog.tsx'
import type { Person } from '../../shared/contract/people.ts'
import { expectAccessible, factsIn, show } from './helpers/show.tsx'

const person = (id: number, name: string, fields: Partial<Person> = {}): Person => ({
  ...{ id, name, role: '', leftOn: null, checks: [], holds: [] },
  ...fields,
})
const sofia = person(1, 'Sofia Marques', {
  leftOn: '2026-11-01',
  holds: [
    { kind: 'workflow', id: 2, name: 'Proposals' },
    { kind: 'section', id: 3, name: 'Terms' },
    { kind: 'section', id: 4, name: 'Customers' },
    { kind: 'action', id: 5, name: 'Add the new tables' },
  ],
})
const people = [sofia, person(2, 'Mira Holt'), person(3, 'Gone Too', { leftOn: '2026-10-01' })]

test('a hand-over lists everything that hangs on whoever leaves, and offers those who are here', async () => {
  const { screen } = await show(<HandOverDialog person={sofia} people={people} onClose={() => {}} />)
  const dialog = screen.getByRole('dialog', { name: 'Hand over from Sofia Marques' })
  await expect.element(dialog).toBeVisible()
  expect(factsIn(dialog.element())).toEqual({
    Owns: 'Proposals',
    Checks: 'Terms · Customers',
    'Still has to do': 'Add the new tables',
  })
  const options = [...dialog.element().querySelectorAll('option')].map(({ textContent }) => textContent)
  expect(options).toEqual(['Choose a person', 'Mira Holt'])
  await dialog.getByRole('button', { name: 'Hand over' }).click()
  await expect.element(dialog.getByText('Choose who takes over.')).toBeVisible()
  await expectAccessible(dialog.element())
})

test('a hand-over says when nobody is there to take over', async () => {
  const { screen } = await show(<HandOverDialog person={sofia} people={[sofia]} onClose={() => {}} />)
  await expect
    .element(screen.getByText('Nobody else is in the list yet. Add who takes over first.'))
    .toBeVisible()
})

test('a hand-over asks to give what one holds to the other', async () => {
  const { screen, asked } = await show(<HandOverDialog person={sofia} people={people} onClose={() => {}} />, {
    'people/handOver': [],
  })
  await screen.getByLabelText('Hand over to').selectOptions('Mira Holt')
  await screen.getByRole('button', { name: 'Hand over' }).click()
  await expect
    .poll(() => asked)
    .toContainEqual({ procedure: 'people/handOver', input: { fromId: 1, toId: 2 } })
})
