import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createServer, type ProxyOptions } from 'vite'
import { root } from './stamp.ts'
import { rendererConfig } from './vite-config.ts'

/** The core's own port here; the page is on Vite's. */
const corePort = 5199
const coreOrigin = `http://127.0.0.1:${corePort}`

// The core restarts with every change to it, so the page's session is kept here and renewed each time.
let token = ''

async function renewSession(link: string): Promise<void> {
  const code = new URL(link).hash.slice('#code='.length)
  const reply = await fetch(`${coreOrigin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: coreOrigin, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ code }),
  })
  token = ((await reply.json()) as { token: string }).token
}

/** Only the page's own requests are passed on as the core's own page; the core refuses the others. */
function toCore(pagePort: number): ProxyOptions {
  return {
    target: coreOrigin,
    changeOrigin: true,
    configure(proxy) {
      proxy.on('proxyReq', (request, incoming) => {
        if (incoming.headers.origin === `http://127.0.0.1:${pagePort}`)
          request.setHeader('origin', coreOrigin)
        request.setHeader('authorization', `Bearer ${token}`)
      })
    },
  }
}

function runCore(onLink: (link: string) => void): void {
  const flags = process.argv.includes('--data-dir')
    ? process.argv.slice(2)
    : ['--data-dir', join(root, 'out/dev-data')]
  const program = join(root, 'electron/hosts/browser/cli.ts')
  const core = spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', program, '--no-open', '--port', String(corePort), ...flags],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  process.once('exit', () => core.kill())
  core.once('exit', (code) => process.exit(code ?? 1))
  createInterface({ input: core.stdout }).on('line', (line) => {
    const link = /^Evenkeel is running at (\S+)$/.exec(line)?.[1]
    if (link) onLink(link)
    else console.log(line)
  })
}

const pagePort = 5198
const config = rendererConfig()
const page = await createServer({
  ...config,
  logLevel: 'info',
  server: {
    host: '127.0.0.1',
    port: pagePort,
    strictPort: true,
    proxy: { '/api': toCore(pagePort), '/files': toCore(pagePort) },
  },
})
await page.listen()
runCore((link) => {
  renewSession(link).then(
    () => console.log(`Evenkeel is being developed at http://127.0.0.1:${pagePort}/`),
    (error: unknown) => console.error(error),
  )
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))
