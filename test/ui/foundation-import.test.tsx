import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { CompareForm } from '../../renderer/features/foundation/CompareForm.tsx'
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

const piece = (key: number, name: string, text: string) => ({ key, name, text, level: 1, isLeftOut: false })
const existing = [
  { id: 1, name: 'Tone', text: 'Warm and short.', version: { number: 2, liveOn: '2026-09-01' } },
  { id: 2, name: 'Terms', text: '30 days.', version: { number: 1, liveOn: '2026-09-01' } },
  { id: 3, name: 'Returns', text: 'Within 30 days.', version: { number: 1, liveOn: '2026-09-01' } },
]

async function comparison() {
  let isTaken = false
  const shown = await show(
    <CompareForm
      pieces={[
        piece(0, '1. Voice', 'Warm and brief.'),
        piece(1, 'Terms', '30 days.'),
        piece(2, 'Awards', 'Best chair.'),
      ]}
      existing={existing}
      matches={[1, 2, null]}
      secondary={null}
      onTaken={() => {
        isTaken = true
      }}
    />,
    { ...answers, 'documents/takeSections': [{ documentId: 1, changeNumber: 4 }] },
  )
  return { ...shown, isTaken: () => isTaken }
}

describe('a newer document beside the Foundation', () => {
  test('shows one comparison for each section that differs, and names the others', async () => {
    const { screen, text } = await comparison()
    expect(text()).toContain('2 sections of the document to decide about.')
    expect(text()).toContain('Word for word as in force: Terms.')
    expect(text()).toContain('Not in the document, and staying as they are: Returns.')
    expect(text()).toContain(
      'Against version 2, in force since 1 September 2026. Called “1. Voice” in the document.',
    )
    expect(
      [...screen.container.querySelectorAll('ins, del')].map((each) => each.textContent?.trim()),
    ).toEqual(['short', 'brief'])
    await expectAccessible(screen.container)
  })

  test('asks for each before it goes on, and takes those with one reason', async () => {
    const { screen, text, asked, isTaken } = await comparison()
    await screen.getByRole('button', { name: 'Leave all as it is' }).click()
    expect(text()).toContain('Choose Take or Leave.')
    expect(document.activeElement?.closest('[role=radiogroup]')?.getAttribute('aria-label')).toBe(
      'Tone: take or leave',
    )
    await screen
      .getByRole('radiogroup', { name: 'Tone: take or leave' })
      .getByRole('radio', { name: 'Take' })
      .click()
    await screen
      .getByRole('radiogroup', { name: 'Awards: take or leave' })
      .getByRole('radio', { name: 'Leave' })
      .click()
    await screen.getByLabelText('Why', { exact: true }).fill('Prices of December.')
    await screen.getByLabelText(/^In force since/).fill('2026-11-20')
    await screen.getByRole('button', { name: 'Take 1 wording' }).click()
    await expect.poll(isTaken).toBe(true)
    expect(asked.find(({ procedure }) => procedure === 'documents/takeSections')?.input).toMatchObject({
      sections: [{ documentId: 1, text: 'Warm and brief.' }],
      why: 'Prices of December.',
    })
  })

  test('compares with another section where the match is wrong', async () => {
    const { screen, text } = await comparison()
    await screen.getByLabelText('What “Awards” stands for').selectOptions('3')
    expect(text()).not.toContain('Not in the document')
    await screen.getByLabelText('What “1. Voice” stands for').selectOptions('')
    expect(text()).toContain('Not in the document, and staying as they are: Tone.')
    expect(text()).toContain('New in the document.')
  })
})
