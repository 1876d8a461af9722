import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { ImportForm } from '../../renderer/features/foundation/ImportForm.tsx'
import type { OutlineSection } from '../../shared/domain/foundation/outline.ts'
import { expectAccessible, show } from './helpers/show.tsx'

const sections: OutlineSection[] = [
  { name: 'Offer', text: '', level: 1 },
  { name: 'Prices', text: '20 a month.\n\nTerms\n\n30 days.', level: 2 },
  { name: 'Discounts', text: 'None.', level: 2 },
  { name: 'Tone', text: 'Warm.', level: 1 },
]

const answers = {
  'company/get': { today: '2026-11-21', company: { name: 'Northwind', ownerName: 'Dana', createdAt: '' } },
  'signals/list': { rows: [], total: 0 },
  'foundationReviews/actions': [],
  'people/list': [],
}

async function form(taken: string[] = []) {
  const shown = await show(<ImportForm sections={sections} taken={taken} secondary={null} />, answers)
  const names = () =>
    [...shown.screen.container.querySelectorAll<HTMLInputElement>('[data-part="name"]')].map(
      ({ value }) => value,
    )
  const click = (name: string) => shown.screen.getByRole('button', { name, exact: true }).click()
  const focused = () => document.activeElement?.getAttribute('aria-label')
  return { ...shown, names, click, focused }
}

describe('the sections of a document', () => {
  test('are its chapters, or every heading, with the levels shown; a step back brings the other back', async () => {
    const { names, text, screen } = await form()
    expect(names()).toEqual(['Offer', 'Prices', 'Discounts', 'Tone'])
    expect(text()).toContain('Heading of level 2')
    expect(text()).toContain('A heading alone.')
    await screen.getByRole('radio', { name: 'Chapters only' }).click()
    expect(names()).toEqual(['Offer', 'Tone'])
    await screen.getByRole('button', { name: /^Undo/ }).click()
    expect(names()).toEqual(['Offer', 'Prices', 'Discounts', 'Tone'])
    await expect.element(screen.getByRole('radio', { name: 'Every heading' })).toBeChecked()
    await expectAccessible(screen.container)
  })

  test('are split, merged and moved, each taken back, and the focus stays at work', async () => {
    const { screen, names, click, focused } = await form()
    await screen.getByText('6 words').click()
    await click('Begin a section in Prices at “Terms”')
    expect(names()).toEqual(['Offer', 'Prices', 'Terms', 'Discounts', 'Tone'])
    expect(focused()).toBe('Name of section 5')
    await click('Merge with the one above: Terms')
    expect(names()).toEqual(['Offer', 'Prices', 'Discounts', 'Tone'])
    expect(focused()).toBe('Leave out Prices')
    await click('Move Offer down')
    expect(names()).toEqual(['Tone', 'Offer', 'Prices', 'Discounts'])
    expect(focused()).toBe('Move Offer down')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(names()).toEqual(['Offer', 'Prices', 'Discounts', 'Tone'])
    expect(focused()).toBe('Leave out Offer')
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(names()).toEqual(['Offer', 'Prices', 'Terms', 'Discounts', 'Tone'])
  })

  test('fold under the heading above them, but come in all the same', async () => {
    const { screen, names, click } = await form()
    await click('Fold 2 below')
    expect(names()).toEqual(['Offer', 'Tone'])
    await expect.element(screen.getByRole('button', { name: 'Bring in 4 sections' })).toBeVisible()
  })

  test('are split as the Foundation is that is there', async () => {
    const { names } = await form(['Tone', 'Offer'])
    expect(names()).toEqual(['Offer', 'Tone'])
  })
})
