import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { plainFileName } from '../../../shared/domain/file-name.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Backup, fileNames, pruneBackups, writeManifest } from '../db/backups/backup-list.ts'
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

/** Ends the name of a company's folder: enough of its first entry to tell it from any other. */
const markOf = (first: string) => ` (${first.slice(0, 6)})`
const endsInMark = / \([0-9a-f]{6}\)$/

/** Where second copies may lie: those of earlier versions in the folder itself, the others in one for each company. */
export function foldersOfCopies(second: string): string[] {
  const own = fileNames(second).filter((name) => endsInMark.test(name))
  return [second, ...own.map((name) => join(second, name))]
}

/** The folder of the company that begins with the entry `first`: it keeps the name it was given at first. */
function folderOfCompany(second: string, first: string, company: string): string {
  const mark = markOf(first)
  const made = fileNames(second).find((name) => name.endsWith(mark))
  return join(second, made ?? `${plainFileName(company, 'Company')}${mark}`)
}

/**
 * Copies a finished backup to its company's own folder in the second one, and keeps there what is kept here. Never
 * in the place of a file that is there.
 */
export async function copyToSecond(
  { path, ...manifest }: Backup,
  second: string,
  isInLine: Parameters<typeof pruneBackups>[1],
): Promise<void> {
  // A log without an entry: there is nothing yet to be kept.
  if (!manifest.first) return
  const folder = folderOfCompany(second, manifest.first, manifest.contents?.company ?? '')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const to = freePath(folder, basename(path, '.db'))
  await copyFile(path, `${to}.tmp`)
  await syncLargeFile(`${to}.tmp`)
  writeManifest(to, manifest)
  renameDurably(`${to}.tmp`, to)
  await pruneBackups(folder, isInLine)
}

/** Numbers are given once, but not by two computers that share a folder. */
function freePath(folder: string, name: string): string {
  for (let turn = 1; ; turn += 1) {
    const path = join(folder, turn === 1 ? name : `${name}-${turn}`)
    if (!existsSync(`${path}.db`) && !existsSync(`${path}.json`)) return `${path}.db`
  }
}
