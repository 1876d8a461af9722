import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, type BrowserWindow, Notification, powerMonitor } from 'electron'
import { z } from 'zod'
import { CompanyState } from '../../../shared/contract/company.ts'
import { Home } from '../../../shared/contract/results.ts'
import type { AppDoor } from '../app-door.ts'
import { appAddress } from './address.ts'

type Notices = {
  dataDir: string
  window: BrowserWindow
  door: Pick<AppDoor, 'fetch'>
}

/** Whether the owner wants to be told, and the day she was told last; a matter of this computer, not of the company. */
const Kept = z.object({ isOn: z.boolean(), toldOn: z.string() })
type Kept = z.infer<typeof Kept>

export type DueNotices = { isOn: () => boolean; turn: (isOn: boolean) => void }

/**
 * Tells of a review on the day it is due, once: at the start, at midnight and after a sleep. What is due is what Home
 * says; nothing else of the company is shown.
 */
export function followDueDays({ dataDir, window, door }: Notices): DueNotices {
  const path = join(dataDir, 'notices.json')
  let kept = read(path)
  let shown: Notification | undefined
  let timer: NodeJS.Timeout | undefined

  function keep(changed: Partial<Kept>): void {
    kept = { ...kept, ...changed }
    try {
      writeFileSync(path, JSON.stringify(kept), { mode: 0o600 })
    } catch {
      // Remembered until Evenkeel ends; at worst it is said once more.
    }
  }

  async function look(): Promise<void> {
    clearTimeout(timer)
    timer = setTimeout(follow, untilMidnight())
    timer.unref()
    if (!kept.isOn || !Notification.isSupported()) return
    const { isSample, company } = CompanyState.parse(await ask(door, 'company/get'))
    if (isSample || company === null) return
    const home = Home.parse(await ask(door, 'results/home'))
    const due = dueToday(home)
    if (due.length === 0 || !kept.isOn || kept.toldOn === home.today || window.isDestroyed()) return
    keep({ toldOn: home.today })
    shown = new Notification({ title: 'Evenkeel', body: sentence(due) })
    shown.on('click', () => {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
      // The page is the same one: only its place changes.
      void window.loadURL(`${appAddress}#${pathTo(due)}`)
    })
    shown.show()
  }

  // A company that cannot be read says so on its own page.
  const follow = () => void look().catch(() => {})
  powerMonitor.on('resume', follow)
  window.on('closed', () => {
    clearTimeout(timer)
    powerMonitor.off('resume', follow)
  })
  follow()
  return {
    isOn: () => kept.isOn,
    turn(isOn) {
      keep({ isOn })
      follow()
    },
  }
}

type Due = { name: string; path: string }

/** The reviews that are due today, as Home has them. */
function dueToday({ today, dates, foundation }: Home): Due[] {
  const monthly = dates.flatMap(({ on, what, target }) =>
    on === today && target.page === 'session' ? [{ name: what, path: `/reviews/${target.month}` }] : [],
  )
  if (foundation?.on !== today) return monthly
  const path = `/foundation-review/${foundation.review?.id ?? 'new'}`
  return [...monthly, { name: 'Foundation review', path }]
}

/** The one review that is due; of several, Home has all. */
function pathTo([first, ...others]: readonly Due[]): string {
  return first && others.length === 0 ? first.path : '/'
}

function sentence(due: readonly Due[]): string {
  const list = new Intl.ListFormat('en').format(due.map(({ name }) => `the ${name}`))
  return `T${list.slice(1)} ${due.length > 1 ? 'are' : 'is'} due today.`
}

async function ask(door: Pick<AppDoor, 'fetch'>, procedure: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'accept-language': app.getLocale() }
  const request = new Request(`${appAddress}api/${procedure}`, { method: 'POST', headers, body: '{}' })
  const reply = await door.fetch(request)
  return ((await reply.json()) as { json: unknown }).json
}

function read(path: string): Kept {
  try {
    return Kept.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { isOn: true, toldOn: '' }
  }
}

function untilMidnight(): number {
  const now = new Date()
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime() - now.getTime()
}
