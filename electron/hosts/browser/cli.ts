import { join } from 'node:path'
import open from 'open'
import { projectRoot } from '../project-root.ts'
import { nodeTooOld } from './node-version.ts'
import { OptionError, parseBrowserOptions } from './options.ts'

async function main(): Promise<number | undefined> {
  const tooOld = nodeTooOld(process.versions.node)
  if (tooOld) {
    console.error(tooOld)
    return 1
  }
  // Loaded only now: the database driver cannot be loaded by an older Node.
  const [{ serve }, { createApp }, { systemClock }] = await Promise.all([
    import('./serve.ts'),
    import('../../core/app.ts'),
    import('../../core/clock.ts'),
  ])
  const outcome = await serve({
    ...parseBrowserOptions(process.argv.slice(2)),
    createApp: (dataDir) => createApp({ dataDir, clock: systemClock() }),
    rendererFolder: join(projectRoot(import.meta.dirname), 'out', 'renderer'),
    say: (line) => console.log(line),
    openBrowser,
  })
  if (!('close' in outcome)) return outcome.exitCode
  const { close, exitCode } = outcome
  let isClosing = false
  const stop = () => {
    if (isClosing) return
    isClosing = true
    void close().then(() => process.exit(exitCode))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
  return undefined
}

async function openBrowser(url: string): Promise<void> {
  try {
    const child = await open(url)
    child.on('error', () => {})
  } catch {
    console.log('Open this address in your browser to see it.')
  }
}

try {
  const exitCode = await main()
  if (exitCode !== undefined) process.exitCode = exitCode
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
