import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // Electron itself cannot be loaded in Node; the desktop host is tested against a typed double of it.
  resolve: { alias: { electron: join(import.meta.dirname, 'test/helpers/electron-double.ts') } },
  test: {
    environment: 'node',
    include: ['test/{unit,core,contract,ui}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
})
