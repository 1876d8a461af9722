import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { PageReply, PageRequest } from './desktop-page.ts'

// Runs the built desktop host in plain Node: `electron` is the double, whose captured handler answers the page.
const double = pathToFileURL(join(import.meta.dirname, 'electron-double.ts')).href
registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context)
  },
})

// Kept whole: what it records is replaced by the reset.
const electron = await import('./electron-double.ts')
electron.resetElectron({ switches: { 'data-dir': process.argv[2] ?? '' } })
await import(pathToFileURL(join(import.meta.dirname, '../../out/main/desktop.js')).href)

process.on('message', (request: PageRequest) => {
  void answer(request).then((reply) => process.send?.(reply))
})

async function answer({ id, url, method, headers, body }: PageRequest): Promise<PageReply> {
  const handler = electron.recorded.handlers.get('app')
  if (!handler) throw new Error('Nothing answers app:// yet.')
  const reply = await handler(
    new Request(url, { method, headers, ...(body ? { body: Buffer.from(body) } : {}) }),
  )
  const isStream = reply.headers.get('content-type')?.startsWith('text/event-stream') ?? false
  const bytes = isStream ? undefined : new Uint8Array(await reply.arrayBuffer())
  return { id, status: reply.status, headers: Object.fromEntries(reply.headers), body: bytes }
}

// A test that failed leaves no process behind.
process.on('disconnect', () => process.exit())

const waitForHandler = setInterval(() => {
  if (!electron.recorded.handlers.has('app')) return
  clearInterval(waitForHandler)
  process.send?.('ready')
}, 10)
