import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** A request of the page, as the desktop host's process gets it. */
export type PageRequest = {
  id: number
  url: string
  method: string
  headers: Record<string, string>
  body: Uint8Array | undefined
}

/** The host's answer; no body where it streams news, which this stand-in for Electron cannot. */
export type PageReply = {
  id: number
  status: number
  headers: Record<string, string>
  body: Uint8Array | undefined
}

/** Where the page lives in the tests: Chromium alone knows no scheme of our own. */
export const testOrigin = 'https://evenkeel.test'

/** Lets a real page run on the desktop host's own protocol handler. Returns what ends the host. */
export async function serveFromDesktopHost(page: Page, dataDir: string): Promise<() => Promise<void>> {
  const host = fork(join(import.meta.dirname, 'desktop-process.ts'), [dataDir], { serialization: 'advanced' })
  const waiting = new Map<number, (reply: PageReply) => void>()
  await new Promise<void>((resolve, reject) => {
    host.once('message', () => resolve())
    host.once('exit', () => reject(new Error('The desktop host ended before it was ready.')))
  })
  host.on('message', (reply: PageReply) => waiting.get(reply.id)?.(reply))

  let lastId = 0
  await page.route(`${testOrigin}/**`, async (route) => {
    const request = route.request()
    lastId += 1
    const id = lastId
    const reply = await new Promise<PageReply>((resolve) => {
      waiting.set(id, resolve)
      host.send({
        id,
        url: request.url().replace(testOrigin, 'app://evenkeel'),
        method: request.method(),
        headers: request.headers(),
        body: request.postDataBuffer() ?? undefined,
      } satisfies PageRequest)
    })
    waiting.delete(id)
    const { status, headers, body } = reply
    if (body) await route.fulfill({ status, headers, body: Buffer.from(body) })
    else await route.abort()
  })

  return async () => {
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await new Promise((resolve) => {
      host.once('exit', resolve)
      host.kill('SIGKILL')
    })
  }
}
