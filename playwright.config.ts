import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { chromiumProgram } from './test/helpers/chromium.ts'

/** Node keeps what it compiled for the workers, and for the servers that journeys start. */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node')
const program = chromiumProgram()
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/e2e/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // One that passes at the second try is named in the last line: on a busy machine a browser may stumble once.
  retries: 1,
  // Limits only end what hangs: they are far above what a busy machine needs.
  timeout: 480_000,
  expect: { timeout: 30_000 },
  reporter: 'list',
  use: {
    actionTimeout: 120_000,
    viewport: { width: 1366, height: 768 },
    contextOptions: { reducedMotion: 'reduce' },
    // Only the second try is traced: each step of a trace costs processor time.
    trace: { mode: 'on-first-retry', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      ...(program ? { executablePath: program } : {}),
      // Chromium's sandbox does not start for root, which is who runs tests in a container.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
})
