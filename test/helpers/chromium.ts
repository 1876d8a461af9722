import { existsSync } from 'node:fs'

const systemPrograms = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']

/** The system's Chromium; undefined where Playwright's own is to be used. */
export function chromiumProgram(): string | undefined {
  return systemPrograms.find((path) => existsSync(path))
}
