import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultTimeouts } from '../../../electron/core/ai/watch.ts'
import { createApp } from '../../../electron/core/app.ts'
import { systemClock } from '../../../electron/core/clock.ts'
import { serve } from '../../../electron/hosts/browser/serve.ts'
import { standIn } from '../../helpers/stand-in.ts'

const rendererFolder = join(import.meta.dirname, '..', '..', '..', 'out', 'renderer')

export type ApiHost = {
  link: string
  /** How long the calls from now on wait for a sign of life; 90 s otherwise. */
  waitAtMost: (milliseconds: number) => void
  close: () => Promise<void>
}

/**
 * Evenkeel in this very process, on a folder of its own, with another server in the provider's place: the built
 * program can be told of none.
 */
export async function startApiHost(address: string): Promise<ApiHost> {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-e2e-'))
  const usual = defaultTimeouts.quietMs
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
    waitAtMost(milliseconds) {
      defaultTimeouts.quietMs = milliseconds
    },
    async close() {
      if ('close' in outcome) await outcome.close()
      defaultTimeouts.quietMs = usual
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
