import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultTimeouts } from '../../../electron/core/ai/watch.ts'
import { createApp } from '../../../electron/core/app.ts'
import { systemClock } from '../../../electron/core/clock.ts'
import { serve } from '../../../electron/hosts/browser/serve.ts'
import { standIn } from '../../helpers/stand-in.ts'

const rendererFolder = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')

export type ApiHost = { link: string; close: () => Promise<void> }

/**
 * Evenkeel in this very process, on a folder of its own, with another server in the provider's place: the built
 * program can be told of none. `quietMs` is how long it waits for a sign of life, which is 90 s otherwise.
 */
export async function startApiHost(address: string, quietMs: number): Promise<ApiHost> {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-e2e-'))
  const usual = defaultTimeouts.quietMs
  defaultTimeouts.quietMs = quietMs
  let link = ''
  const outcome = await serve({
    dataDir,
    port: 0,
    opensBrowser: false,
    createApp: (folder) =>
      createApp({ dataDir: folder, clock: systemClock(), providers: [standIn(address)] }),
    rendererFolder,
    say: (line) => {
      link = /^Evenkeel is running at (\S+)$/.exec(line)?.[1] ?? link
    },
    openBrowser: async () => undefined,
  })
  return {
    link,
    async close() {
      if ('close' in outcome) await outcome.close()
      defaultTimeouts.quietMs = usual
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
