import { expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { DueNoticeField } from '../../renderer/parts/company/DueNoticeField.tsx'
import { expectAccessible, show } from './helpers/show.tsx'

test('the desktop app asks whether to tell on the day, and keeps the answer; a browser has no such switch', async () => {
  const inBrowser = await show(<DueNoticeField />)
  expect(inBrowser.text()).toBe('')
  await inBrowser.screen.unmount()
  let isOn = true
  const dueNotices = async (answer = isOn) => {
    isOn = answer
    return isOn
  }
  Object.assign(window, { evenkeel: { dueNotices } })
  onTestFinished(() => {
    Reflect.deleteProperty(window, 'evenkeel')
  })
  const { screen } = await show(<DueNoticeField />)
  const field = screen.getByRole('switch', { name: /^Tell me on the day/ })
  await expect.element(field).toBeChecked()
  field.element().focus()
  await userEvent.keyboard(' ')
  await expect.element(field).not.toBeChecked()
  expect(isOn).toBe(false)
  await expectAccessible(screen.container)
})
