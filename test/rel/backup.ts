import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { listBackups } from '../../electron/core/db/backups/backup-list.ts'
import { verifyAgain } from '../../electron/core/db/backups/verify-backup.ts'
import { flipBit, killedCompany, originalsIn, recoveryOf, workflowsOf } from '../helpers/safety.ts'
import { createTestApp } from '../helpers/test-app.ts'
import { conclude, options } from './harness.ts'

/**
 * Kills the core with SIGKILL during backups and while it goes back to one: afterwards the company is the old or the
 * new one, whole, and every backup that is listed is complete. Then a backup copied by hand over the database beside
 * a log that does not belong to it: it must be told, and nothing written. The control is a listed backup with one
 * flipped bit, which the same look must see.
 */

const { count, below } = options(20)
const child = join(import.meta.dirname, 'backup-child.ts')
const longestWait = 400
const failures: string[] = []

async function killDuring(dataDir: string, what: 'backup' | 'restore'): Promise<void> {
  const running = spawn(process.execPath, [child, dataDir, what], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(running, 'exit')
  running.stdin.write('open\n')
  const opened = await Promise.race([once(running.stdout, 'data'), ended.then(() => null)])
  if (opened === null) throw new Error('The child ended by itself')
  await pause(below(longestWait))
  running.kill('SIGKILL')
  await ended
}

/** Which of the listed backups are not what their manifest says. */
async function badBackupsIn(dataDir: string): Promise<string[]> {
  const bad: string[] = []
  for (const { path, sha256, seq } of listBackups(join(dataDir, 'backups'))) {
    const found = await verifyAgain(path).catch(() => null)
    if (found?.sha256 !== sha256) bad.push(`backup ${seq} is listed and not complete`)
  }
  return bad
}

async function kills(what: 'backup' | 'restore', right: readonly string[]) {
  for (let kill = 1; kill <= count; kill += 1) {
    const dataDir = await killedCompany()
    await killDuring(dataDir, what)
    const found = await badBackupsIn(dataDir)
    const app = await createTestApp({ dataDir })
    const recovery = await recoveryOf(app)
    const names = recovery ? recovery.message : (await workflowsOf(app)).toSorted().join()
    if (!right.includes(names)) found.push(`the company holds: ${names}`)
    await app.dispose()
    failures.push(...found.map((words) => `${what}, kill ${kill}: ${words}`))
  }
}

/** The database of a backup beside the log of the company as it was. */
async function copiedByHand(): Promise<void> {
  const dataDir = await killedCompany()
  const [newest] = listBackups(join(dataDir, 'backups'))
  if (!newest) throw new Error('There is no backup')
  copyFileSync(newest.path, join(dataDir, 'evenkeel.db'))
  const before = JSON.stringify(originalsIn(dataDir))
  const app = await createTestApp({ dataDir })
  const recovery = await recoveryOf(app)
  if (recovery?.kind !== 'misfit') failures.push(`copied by hand: told as ${recovery?.kind ?? 'nothing'}`)
  if (recovery?.offer?.kind !== 'backup') failures.push('copied by hand: no backup is offered')
  if (JSON.stringify(originalsIn(dataDir)) !== before) failures.push('copied by hand: the files were changed')
  await app.dispose()
}

async function control(): Promise<number> {
  const dataDir = await killedCompany()
  const [newest] = listBackups(join(dataDir, 'backups'))
  if (newest) flipBit(newest.path, newest.bytes - 100)
  const seen = (await badBackupsIn(dataDir)).length
  rmSync(dataDir, { recursive: true, force: true })
  return seen
}

const whole = 'After the backup,In the backup'
await kills('backup', [whole])
await kills('restore', [whole, 'In the backup'])
await copiedByHand()
conclude({
  ...{ promise: 'rel:backup', cases: 2 * count + 1, failures },
  control: { what: 'a flipped bit in a listed backup', seen: await control() },
})
