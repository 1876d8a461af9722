import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createCoreClient } from '../core-client.ts'
import { type Evenkeel, expect, test } from '../fixtures.ts'
import { createShell } from '../pages/shell.ts'

/** The sample as the owner's own company, with a checked backup and two entries after it that are only in the log. */
async function killedAtWork(page: Page, evenkeel: Evenkeel) {
  mkdirSync(evenkeel.dataDir, { recursive: true })
  copyFileSync(process.env.EVENKEEL_TEST_SAMPLE ?? '', join(evenkeel.dataDir, 'evenkeel.db'))
  await evenkeel.open(page)
  const core = createCoreClient(page)
  await core.company.backUp()
  await core.company.update({ name: 'Fernhill', ownerName: 'Dana' })
  await core.company.update({ name: 'Fernhill Supply Ltd', ownerName: 'Dana' })
  await evenkeel.kill()
}

function flipOneBit(path: string): void {
  const bytes = readFileSync(path)
  const middle = Math.floor(bytes.length / 2)
  bytes[middle] = (bytes[middle] ?? 0) ^ 4
  writeFileSync(path, bytes)
}

const shots = process.env.EVENKEEL_SHOTS

async function look(page: Page, name: string) {
  if (!shots) return
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`) })
  }
}

test('from one flipped bit in the log to the company again, in one click', async ({ page, evenkeel }) => {
  await killedAtWork(page, evenkeel)
  const log = join(evenkeel.dataDir, 'evenkeel.db-wal')
  expect(statSync(log).size).toBeGreaterThan(0)
  flipOneBit(log)
  const damaged = readFileSync(log)

  await page.goto(await evenkeel.start())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Your work up to .*today.* is safe$/)
  await expect(page.getByText('Start my company')).toBeHidden()
  await look(page, 'recovery')
  await page.keyboard.press('Enter')
  const shell = createShell(page)
  await expect(shell.heading).toHaveText(/Dana/)
  const aside = join(evenkeel.dataDir, 'put-aside', '000001')
  expect(readFileSync(join(aside, 'evenkeel.db-wal')).equals(damaged)).toBe(true)
  await page.reload()
  await expect(shell.heading).toHaveText(/Dana/)
})

test('without any copy it says so, and a backup from elsewhere opens the company', async ({
  page,
  evenkeel,
}) => {
  await killedAtWork(page, evenkeel)
  const backups = join(evenkeel.dataDir, 'backups')
  const name = readdirSync(backups).find((each) => each.endsWith('.db')) ?? ''
  const elsewhere = join(evenkeel.dataDir, 'from-another-disk.db')
  copyFileSync(join(backups, name), elsewhere)
  for (const file of readdirSync(backups)) writeFileSync(join(backups, file), 'lost')
  writeFileSync(join(evenkeel.dataDir, 'evenkeel.db'), Buffer.alloc(8192, 0xa5))

  await page.goto(await evenkeel.start())
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Evenkeel found no copy that it can open')
  await look(page, 'recovery-none')
  await page.getByLabel('Choose a backup from elsewhere').setInputFiles(elsewhere)
  await page.getByRole('button', { name: /^Go on from/ }).click()
  await expect(createShell(page).heading).toHaveText(/Dana/)
  expect(existsSync(join(evenkeel.dataDir, 'put-aside', '000001', 'evenkeel.db'))).toBe(true)
})
