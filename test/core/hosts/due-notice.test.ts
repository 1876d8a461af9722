import { setImmediate as turn } from 'node:timers/promises'
import type * as Electron from 'electron'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followDueDays } from '../../../electron/hosts/desktop/due-notice.ts'
import { aWorkflow } from '../../helpers/builders.ts'
import { BrowserWindow, powerMonitor, recorded, resetElectron } from '../../helpers/electron-double.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let homesRead: number

/** A company with one workflow in production; the review of September is due on 7 October. */
beforeEach(async () => {
  resetElectron()
  homesRead = 0
  app = await createTestApp({ today: '2026-09-20' })
  await app.client.company.create({ name: 'Harbour Stories', ownerName: 'Dana' })
  await app.client.company.updatePreferences({ reviewDay: 7 })
  await app.client.workflows.create(aWorkflow({ goLiveOn: '2026-09-01' }))
})

afterEach(async () => {
  vi.useRealTimers()
  for (const window of recorded.windows) window.emit('closed')
  await app.dispose()
})

function follow() {
  const window = new BrowserWindow({}) as unknown as Electron.BrowserWindow
  const door = {
    async fetch(request: Request) {
      const { pathname } = new URL(request.url)
      const init = { method: 'POST', headers: request.headers, body: await request.text() }
      const reply = await app.fetch(pathname, init)
      if (pathname === '/api/results/home') homesRead += 1
      return reply
    },
  }
  return followDueDays({ dataDir: app.dataDir, window, door })
}

/** Once Home was read so many times, and what follows from it has happened. */
async function looked(times: number) {
  await vi.waitFor(() => expect(homesRead).toBe(times))
  await turn()
  await turn()
}
const told = () => recorded.notifications.map(({ body }) => body)

it('tells once on the day, says no more than which review, and leads there', async () => {
  app.clock.moveTo('2026-10-07')
  follow()
  await looked(1)
  expect(told()).toEqual(['The September review is due today.'])
  recorded.notifications[0]?.emit('click')
  expect(recorded.windows[0]).toMatchObject({ loaded: ['app://evenkeel/#/reviews/2026-09'], focused: 1 })
  powerMonitor.emit('resume')
  await looked(2)
  follow()
  await looked(3)
  expect(told()).toHaveLength(1)
})

it('waits for the day, also over a sleep', async () => {
  app.clock.moveTo('2026-10-06')
  follow()
  await looked(1)
  expect(told()).toEqual([])
  app.clock.moveTo('2026-10-07')
  powerMonitor.emit('resume')
  await looked(2)
  expect(told()).toHaveLength(1)
})

it('looks again at midnight', async () => {
  app.clock.moveTo('2026-10-06')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: new Date(2026, 9, 6, 23, 59) })
  follow()
  app.clock.moveTo('2026-10-07')
  vi.advanceTimersByTime(61_000)
  vi.useRealTimers()
  await looked(2)
  expect(told()).toHaveLength(1)
})

it('is silent once switched off, also at the next start', async () => {
  app.clock.moveTo('2026-10-06')
  follow().turn(false)
  app.clock.moveTo('2026-10-07')
  const again = follow()
  await turn()
  expect({ told: told(), isOn: again.isOn() }).toEqual({ told: [], isOn: false })
  again.turn(true)
  await vi.waitFor(() => expect(told()).toHaveLength(1))
})
