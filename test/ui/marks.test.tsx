import { describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { NameField } from '../../renderer/parts/people/NameField.tsx'
import { ErrorNote } from '../../renderer/ui/feedback/ErrorNote.tsx'
import { StageBadge } from '../../renderer/ui/marks/StageBadge.tsx'
import { StatusBadge } from '../../renderer/ui/marks/StatusBadge.tsx'
import { VerdictBadge } from '../../renderer/ui/marks/VerdictBadge.tsx'
import { Pager } from '../../renderer/ui/tables/Pager.tsx'
import { AppError } from '../../shared/errors.ts'
import { expectAccessible, show } from './helpers/show.tsx'

const shapeIn = (container: Element) => container.querySelector('svg')?.innerHTML

describe('a status', () => {
  const statuses = [
    ['on_target', 'On target'],
    ['watch', 'Watch'],
    ['update_suggested', 'Update suggested'],
    ['not_enough', 'Not enough yet'],
    [null, 'No result yet'],
  ] as const
  test.each(statuses)('%s reads "%s"', async (status, words) => {
    const { screen, text } = await show(<StatusBadge status={status} />)
    expect(text()).toBe(words)
    await expectAccessible(screen.container)
  })

  test('differs in shape and colour, not by word alone', async () => {
    const { screen } = await show(
      statuses.slice(0, 4).map(([status]) => <StatusBadge key={status} status={status} />),
    )
    const badges = [...screen.container.querySelectorAll('main > span')]
    expect(new Set(badges.map(shapeIn)).size).toBe(4)
    expect(new Set(badges.map((badge) => getComputedStyle(badge).color)).size).toBeGreaterThan(2)
  })
})

describe('a verdict', () => {
  test.each([
    ['better', 'Better'],
    ['worse', 'Worse'],
    ['about_the_same', 'About the same'],
    ['rolled_back', 'Rolled back'],
  ] as const)('%s reads "%s"', async (verdict, words) => {
    const { screen, text } = await show(<VerdictBadge verdict={verdict} />)
    expect(text()).toBe(words)
    await expectAccessible(screen.container)
  })

  test('better and worse are not of one colour', async () => {
    const { screen } = await show(
      <>
        <VerdictBadge verdict="better" />
        <VerdictBadge verdict="worse" />
      </>,
    )
    const [better, worse] = [...screen.container.querySelectorAll('main > span')]
    expect(better && getComputedStyle(better).color).not.toBe(worse && getComputedStyle(worse).color)
  })
})

test.each(['testing', 'pilot', 'production', 'retired'] as const)('the stage %s has words', async (stage) => {
  const { screen, text } = await show(<StageBadge stage={stage} words="Live since May" />)
  expect(text()).toBe('Live since May')
  expect(shapeIn(screen.container)).toMatch(/<(circle|path)/)
})

describe('the pager', () => {
  const rows = { noun: ['output', 'outputs'], order: 'newest first', limit: 50 } as const

  test.each([
    [0, '1–50 of 214 outputs, newest first'],
    [50, '51–100 of 214 outputs, newest first'],
    [200, '201–214 of 214 outputs, newest first'],
  ])('at %i says "%s"', async (offset, words) => {
    const { text } = await show(<Pager offset={offset} {...rows} total={214} onMove={() => {}} />)
    expect(text()).toBe(`${words}Earlier rowsMore rows`)
  })

  test.each([
    [50, '50 outputs, newest first'],
    [1, '1 output'],
  ])('with %i rows in all it is the closing sentence alone', async (total, words) => {
    const { screen, text } = await show(<Pager offset={0} {...rows} total={total} onMove={() => {}} />)
    expect(text()).toBe(words)
    expect(screen.container.querySelector('button')).toBeNull()
  })

  test('goes a page on and a page back, and no further', async () => {
    const onMove = vi.fn()
    const { screen } = await show(<Pager offset={50} {...rows} total={120} onMove={onMove} />)
    await userEvent.click(screen.getByRole('button', { name: 'More rows' }))
    await userEvent.click(screen.getByRole('button', { name: 'Earlier rows' }))
    expect(onMove.mock.calls).toEqual([[100], [0]])
    const end = await show(<Pager offset={100} {...rows} total={120} onMove={onMove} />)
    await expect.element(end.screen.getByRole('button', { name: 'More rows' }).last()).toBeDisabled()
  })
})

describe('what went wrong', () => {
  test('the message and each row once, with its number', async () => {
    const error = new AppError('INVALID_INPUT', 'Two rows could not be read.', [
      { row: 4, message: 'No date' },
      { row: 9, message: 'No answer' },
    ])
    const { screen } = await show(<ErrorNote error={error} />)
    const items = [...screen.container.querySelectorAll('li')].map((item) => item.textContent)
    expect(items).toEqual(['Row 4: No date', 'Row 9: No answer'])
    expect(screen.getByRole('alert').element().textContent).toMatch(/^Two rows could not be read\./)
    await expectAccessible(screen.container)
  })

  test('a problem that only repeats the message is not said twice', async () => {
    const error = new AppError('INVALID_INPUT', 'Enter a name.', [
      { field: 'name', message: 'Enter a name.' },
    ])
    const { text } = await show(<ErrorNote error={error} />)
    expect(text()).toBe('Enter a name.')
  })

  test('no button to try again where no question failed', async () => {
    const { screen } = await show(<ErrorNote error={new AppError('INVALID_INPUT', 'No.')} />)
    expect(screen.container.querySelector('button')).toBeNull()
  })
})

describe('a person', () => {
  const person = (id: number, name: string, leftOn: string | null) => ({ id, name, leftOn })
  const people = { 'people/list': [person(1, 'Ana Lind', null), person(2, 'Ola Berg', '2026-08-01')] }

  test('only those who are still here are offered', async () => {
    const { screen } = await show(<NameField label="Approved by" />, people)
    const offered = () => [...screen.container.querySelectorAll('option')].map(({ value }) => value)
    await expect.poll(offered).toEqual(['Ana Lind'])
    await expectAccessible(screen.container)
  })

  test('any other name can be typed, and nothing is filled in', async () => {
    const { screen } = await show(<NameField label="Approved by" />, people)
    const field = screen.getByLabelText('Approved by')
    await expect.element(field).toHaveValue('')
    await userEvent.fill(field, 'Somebody new')
    await expect.element(field).toHaveValue('Somebody new')
  })

  test('without a list it is a plain field', async () => {
    const { screen } = await show(<NameField label="Approved by" />, { 'people/list': [] })
    await expect.element(screen.getByLabelText('Approved by')).toBeVisible()
    expect(screen.container.querySelector('datalist')).toBeNull()
  })
})
