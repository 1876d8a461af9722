import { mkdirSync, rmSync } from 'node:fs'
import { constants, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileSize, removeLargeFiles, renameDurably } from '../files.ts'
import { migrations } from '../migrations/index.ts'
import { type Backup, type Manifest, nextSeq, writeManifest } from './backup-list.ts'
import { type BackupContents, finishAndVerify } from './verify-backup.ts'

type About = { reason: string; at: (contents: BackupContents) => string }

/**
 * Copies the closed database at `from`, with its log, into `folder` as one checked file with its manifest. The
 * originals are only read. Rejects with what is wrong with the copy, and leaves nothing then.
 */
export async function keepCopy(from: string, folder: string, { reason, at }: About): Promise<Backup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const seq = nextSeq(folder)
  const path = join(folder, `evenkeel-${String(seq).padStart(6, '0')}-copy.db`)
  const unfinished = `${path}.tmp`
  try {
    for (const suffix of ['', '-wal']) {
      if (suffix === '' || fileSize(from + suffix) > 0)
        await copyFile(from + suffix, unfinished + suffix, constants.COPYFILE_FICLONE)
    }
    const contents = await finishAndVerify(unfinished)
    assertNotNewer(contents)
    const manifest: Manifest = { app: 'evenkeel', seq, at: at(contents), reason, ...contents }
    writeManifest(path, manifest)
    renameDurably(unfinished, path)
    return { ...manifest, path }
  } catch (error) {
    await removeLargeFiles(unfinished)
    rmSync(path.replace(/\.db$/, '.json'), { force: true })
    throw error
  }
}

/**
 * Copies a backup into the empty folder `to` under `name` and checks it whole. Rejects when it is not what it was
 * when it was made.
 */
export async function unpackCopy(backup: Backup, to: string, name: string): Promise<BackupContents> {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const path = join(to, name)
  await copyFile(backup.path, path, constants.COPYFILE_FICLONE)
  const contents = await finishAndVerify(path)
  if (contents.sha256 !== backup.sha256) throw new Error('it is not what it was when it was made')
  assertNotNewer(contents)
  return contents
}

function assertNotNewer({ schema }: BackupContents): void {
  if (schema > (migrations.at(-1)?.number ?? 0)) throw new Error('it was made by a newer version of Evenkeel')
}
