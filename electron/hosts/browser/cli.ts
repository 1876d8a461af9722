import { homedir } from 'node:os'
import { join } from 'node:path'
import open from 'open'
import { projectRoot } from '../project-root.ts'
import { nodeTooOld } from './node-version.ts'
import { OptionError, parseBrowserOptions } from './options.ts'

async function main(): Promise<number> {
  const tooOld = nodeTooOld(process.versions.node)
  if (tooOld) {
    console.error(tooOld)
    return 1
  }
  // Loaded only now: the database driver cannot be loaded by an older Node.
  const [{ serve }, { createApp }, { systemClock }, { providers }, { createMemoryKeys, takeEnvironmentKey }] =
    await Promise.all([
      import('./serve.ts'),
      import('../../core/app.ts'),
      import('../../core/clock.ts'),
      import('../../core/ai/providers.ts'),
      import('../../core/key-store.ts'),
    ])
  const given = new Map(providers.map((provider) => [provider.id, takeEnvironmentKey(process.env, provider)]))
  const stopped = stopSignal()
  const outcome = await serve({
    ...parseBrowserOptions(process.argv.slice(2)),
    createApp: (dataDir) =>
      createApp({
        dataDir,
        clock: systemClock(),
        keys: ({ id }) => createMemoryKeys(given.get(id)),
        documents: join(homedir(), 'Documents'),
        openFolder: async (path) => {
          const child = await open(path)
          child.on('error', () => {})
        },
      }),
    rendererFolder: join(projectRoot(import.meta.dirname), 'out', 'renderer'),
    say: (line) => console.log(line),
    openBrowser,
  })
  if (!('close' in outcome)) return outcome.exitCode
  await stopped
  await outcome.close()
  process.exit(outcome.exitCode)
}

/** Resolves at the first wish to stop, also one that comes while Evenkeel is still starting. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
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
  process.exitCode = await main()
} catch (error) {
  if (!(error instanceof OptionError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
