import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import { type Backup, pruneBackups, writeManifest } from '../db/backups/backup-list.ts'
import { renameDurably, syncLargeFile } from '../db/files.ts'

const Setting = z.object({ second: z.string().nullable() })

const pathOf = (dataDir: string) => join(dataDir, 'backup-folder.json')

/** The folder the owner chose for second copies; null while she chose none. Beside the database, so that it is known without it. */
export function readSecondFolder(dataDir: string): string | null {
  try {
    return Setting.parse(JSON.parse(readFileSync(pathOf(dataDir), 'utf8'))).second
  } catch {
    return null
  }
}

/** Keeps the choice; makes the folder. Throws AppError where that cannot be done. */
export function chooseSecondFolder(dataDir: string, second: string | null): void {
  if (second !== null) {
    if (!isAbsolute(second)) throw refused('Enter the whole path of the folder.')
    if (second === dataDir || second.startsWith(join(dataDir, '/')))
      throw refused('Choose a folder outside the data folder, best on another disk.')
    try {
      mkdirSync(second, { recursive: true, mode: 0o700 })
      writeFileSync(join(second, '.evenkeel-probe'), '')
      rmSync(join(second, '.evenkeel-probe'))
    } catch {
      throw refused('Evenkeel cannot write to that folder. Choose another, or allow writing there.')
    }
  }
  writeFileSync(pathOf(dataDir), JSON.stringify({ second }), { mode: 0o600 })
}

const refused = (message: string) => new AppError('INVALID_INPUT', message, [{ field: 'folder', message }])

/** Copies a finished backup to the second folder, and keeps there what is kept here. */
export async function copyToSecond(
  { path, ...manifest }: Backup,
  folder: string,
  isInLine: Parameters<typeof pruneBackups>[1],
): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const to = join(folder, basename(path))
  await copyFile(path, `${to}.tmp`)
  await syncLargeFile(`${to}.tmp`)
  writeManifest(to, manifest)
  renameDurably(`${to}.tmp`, to)
  await pruneBackups(folder, isInLine)
}
