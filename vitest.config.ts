import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumProgram } from './test/helpers/chromium.ts'

const program = chromiumProgram()
/** Node keeps what it compiled for the workers and servers that tests start by the hundred. */
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/node')
const isRoot = process.getuid?.() === 0

/** A limit only ends what hangs: it is far above what a busy machine needs. */
const testTimeout = 120_000

/** Rules, core and contract, in Node. */
const inNode = {
  // Electron itself cannot be loaded in Node; the desktop host is tested against a typed double of it.
  resolve: { alias: { electron: join(import.meta.dirname, 'test/helpers/electron-double.ts') } },
  test: {
    name: 'node',
    environment: 'node',
    include: ['test/{unit,core,contract}/**/*.test.ts'],
    // One process for many files: what they share is loaded once, and each puts back what it changed.
    isolate: false,
    maxWorkers: '100%',
    unstubEnvs: true,
    testTimeout,
    hookTimeout: testTimeout,
  },
}

/** Components, drawn by a real browser. */
const inBrowser = {
  plugins: [react()],
  optimizeDeps: { entries: ['test/ui/**/*.test.tsx'] },
  test: {
    name: 'ui',
    include: ['test/ui/**/*.test.tsx'],
    testTimeout,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: {
          ...(program ? { executablePath: program } : {}),
          // Chromium's sandbox does not start for root, which is who runs tests in a container.
          args: isRoot ? ['--no-sandbox'] : [],
        },
        contextOptions: { locale: 'en-GB', timezoneId: 'Europe/Stockholm', reducedMotion: 'reduce' },
      }),
      instances: [{ browser: 'chromium' as const, viewport: { width: 1366, height: 768 } }],
    },
  },
}

export default defineConfig({ test: { projects: [inNode, inBrowser] } })
