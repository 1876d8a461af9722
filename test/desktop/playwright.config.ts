import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

// biome-ignore lint/style/noDefaultExport: Playwright reads what is exported by default
export default defineConfig({
  testDir: process.env.EVENKEEL_DESKTOP_TESTS ?? 'journeys',
  outputDir: join(process.env.EVENKEEL_DESKTOP_FOLDER ?? tmpdir(), 'results'),
  fullyParallel: true,
  workers: 2,
  // One that passes at its second try is named in the table.
  retries: 1,
  forbidOnly: Boolean(process.env.CI),
  // Limits only end what hangs: they are far above what a busy machine needs.
  timeout: 300_000,
  expect: { timeout: Number(process.env.EVENKEEL_DESKTOP_LIMIT ?? 60_000) },
  reporter: 'list',
})
