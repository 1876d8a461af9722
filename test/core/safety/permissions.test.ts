import { chmodSync, chownSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { killedCompany } from '../../helpers/safety.ts'
import { nextOutput, startProcess } from '../db/db-helpers.ts'

const isRoot = process.getuid?.() === 0
const nobody = 65534

function giveAway(folder: string) {
  chownSync(folder, nobody, nobody)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveAway(path)
    else chownSync(path, nobody, nobody)
  }
}

/** What an ordinary user's Evenkeel says of its company: the workflows, or why it is not open. */
async function saidBy(dataDir: string): Promise<string> {
  const start = `
    const { createApp } = await load('app.ts')
    const { systemClock } = await load('clock.ts')
    const app = await createApp({ dataDir: ${JSON.stringify(dataDir)}, clock: systemClock(), durability: 'off' })
    const { kind, message } = app.trouble() ?? { kind: 'open', message: '' }
    console.log(kind + ': ' + message)
    await app.close()`
  return nextOutput(startProcess(start, { uid: nobody }))
}

/** The other process may still be closing its files. */
const whileItCloses = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }

async function aCompanyOfNobody() {
  const dataDir = await killedCompany()
  chmodSync(join(dataDir, '..'), 0o755)
  giveAway(dataDir)
  return dataDir
}

describe.skipIf(!isRoot)(
  'files that may not be written to (run by root, who can become another user)',
  () => {
    it.each([
      ['evenkeel.db', 0o444],
      ['evenkeel.db', 0o000],
      ['evenkeel.db-wal', 0o444],
      ['evenkeel.db-head', 0o000],
      ['backups', 0o555],
    ])('are made so where they are our own: %s', async (name, mode) => {
      const dataDir = await aCompanyOfNobody()
      chmodSync(join(dataDir, name), mode)
      expect(await saidBy(dataDir)).toBe('open:')
      expect(statSync(join(dataDir, 'backups')).mode & 0o777).toBe(0o700)
      expect(readdirSync(dataDir)).not.toContain('backups-2')
      rmSync(dataDir, whileItCloses)
    })

    it.each(['evenkeel.db', 'evenkeel.db-wal'])(
      'are named, with what to do, where they are not: %s',
      async (name) => {
        const dataDir = await aCompanyOfNobody()
        chownSync(join(dataDir, name), 0, 0)
        chmodSync(join(dataDir, name), 0o444)
        const said = await saidBy(dataDir)
        expect(said).toContain(
          `read-only: Evenkeel is not allowed to write to ${join(dataDir, name)}. Nothing was changed`,
        )
        expect(said).toContain('allow yourself to write to it')
      },
    )
  },
)
