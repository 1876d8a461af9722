import { ORPCError } from '@orpc/client'
import { expect, test } from 'vitest'
import { SavingNote } from '../../renderer/parts/saving/SavingNote.tsx'
import { expectAccessible, show } from './helpers/show.tsx'

const failure = new ORPCError('CONFLICT', { message: 'Another window saved this first.' })

function choicesOf() {
  const chosen: string[] = []
  const choose = (choice: string) => async () => chosen.push(choice)
  return { chosen, onAgain: choose('again'), onMine: choose('mine'), onOther: choose('other') }
}

test('of two windows that write the same, both texts can be compared and one is chosen', async () => {
  const { chosen, ...choices } = choicesOf()
  const { screen } = await show(
    <SavingNote
      {...{ failure, ...choices }}
      isConflict
      noun="wording"
      comparison={<p>Both texts</p>}
      typed="Mine"
    />,
  )
  const note = screen.getByRole('alert')
  await expect.element(note.getByText('Another window saved this first.')).toBeVisible()
  await note.getByText('Compare the other wording with what you typed').click()
  await expect.element(note.getByText('Both texts')).toBeVisible()
  await expectAccessible(note.element())
  await note.getByRole('button', { name: 'Save what I typed' }).click()
  await note.getByRole('button', { name: 'Use the other wording' }).click()
  await expect.poll(() => chosen).toEqual(['mine', 'other'])
  await expect.element(note.getByRole('button', { name: 'Copy what I typed' })).toBeVisible()
  expect(note.getByRole('button', { name: 'Try again' }).elements()).toEqual([])
})

test('what could not be stored is tried again', async () => {
  const { chosen, ...choices } = choicesOf()
  const { screen } = await show(<SavingNote {...{ failure, ...choices }} isConflict={false} noun="entry" />)
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => chosen).toEqual(['again'])
  expect(screen.getByText('Use the other entry').elements()).toEqual([])
})

test('nothing is said while saving works', async () => {
  const { chosen: _chosen, ...choices } = choicesOf()
  const { screen } = await show(<SavingNote {...choices} failure={null} isConflict={false} noun="entry" />)
  expect(screen.getByRole('alert').elements()).toEqual([])
})
