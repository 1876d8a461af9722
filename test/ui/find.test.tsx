import { createPortal } from 'react-dom'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { FindBar } from '../../renderer/shell/find/FindBar.tsx'
import type { MenuCommand } from '../../shared/menu-command.ts'
import { expectAccessible, show } from './helpers/show.tsx'

let choose: (command: MenuCommand) => void

/** The native menu of the desktop app. */
beforeEach(() => {
  const listeners = new Set<(command: MenuCommand) => void>()
  choose = (command) => {
    for (const listener of listeners) listener(command)
  }
  const onMenuCommand = (listener: (command: MenuCommand) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  Object.assign(window, { evenkeel: { onMenuCommand } })
  onTestFinished(() => {
    Reflect.deleteProperty(window, 'evenkeel')
  })
})

const showPage = () =>
  show(
    <div style={{ height: '200px', overflow: 'auto' }}>
      <button type="button">Save</button>
      <p>
        The Mé<b>n</b>u of
        {'\n'}the day
      </p>
      <p>menu</p>
      <p>of the week</p>
      <p style={{ display: 'none' }}>menu</p>
      <textarea defaultValue="menu" aria-label="Note" />
      <p style={{ marginTop: '3000px' }}>Another MENU</p>
      {createPortal(<FindBar />, document.body)}
    </div>,
  )

const marked = (name: string) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range))

test('finds what can be read, whatever its case, accents and inline parts, and goes from one to the next', async () => {
  const { screen } = await showPage()
  const field = screen.getByRole('textbox', { name: 'Find on this page' })
  expect(document.querySelector('search')).toBeNull()
  choose('find-on-page')
  await expect.element(field).toHaveFocus()
  await expect.element(screen.getByRole('status')).toHaveTextContent('')
  await userEvent.type(field, 'menu')
  await expect.element(screen.getByText('1 of 3')).toBeVisible()
  expect(marked('found')).toEqual(['Ménu', 'menu', 'MENU'])
  expect(marked('found-here')).toEqual(['Ménu'])
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  await expect.element(screen.getByText('3 of 3')).toBeVisible()
  await expect.element(screen.getByText('Another MENU')).toBeInViewport()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('1 of 3')).toBeVisible()
  const bar = document.querySelector('search')
  if (bar) await expectAccessible(bar)
  await userEvent.fill(field, 'menu  of the')
  await expect.element(screen.getByText('1 of 1')).toBeVisible()
  await userEvent.fill(field, 'nowhere')
  await expect.element(screen.getByText('Not on this page')).toBeVisible()
})

test('Esc closes it, unmarks the page and gives the focus back', async () => {
  const { screen } = await showPage()
  const save = screen.getByRole('button', { name: 'Save' })
  save.element().focus()
  choose('find-on-page')
  await userEvent.keyboard('week')
  await expect.element(screen.getByText('1 of 1')).toBeVisible()
  choose('find-on-page')
  await userEvent.keyboard('day')
  await expect.poll(() => marked('found')).toEqual(['day'])
  await userEvent.keyboard('{Escape}')
  await expect.element(save).toHaveFocus()
  expect(marked('found')).toEqual([])
})

test('what comes onto the page is found too', async () => {
  const { screen } = await showPage()
  choose('find-on-page')
  await userEvent.keyboard('later')
  await expect.element(screen.getByText('Not on this page')).toBeVisible()
  const added = document.createElement('p')
  added.textContent = 'Later'
  screen.container.querySelector('main')?.append(added)
  await expect.element(screen.getByText('1 of 1')).toBeVisible()
})
