import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Bytes of the file, 0 when it is not there. Does not open it. */
export function fileSize(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** For a large file: puts it on disk while other work goes on. */
export async function syncLargeFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Renames a finished file and makes the new name survive a power cut. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to)
  syncFolder(dirname(to))
}

/** Makes names given in the folder survive a power cut. */
export function syncFolder(path: string): void {
  // Windows cannot open a folder, and NTFS journals a rename itself.
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

const suffixes = ['', '-journal', '-wal', '-shm', '-head']

/** Removes a database file together with the side files SQLite may have left. */
export function removeDatabaseFiles(path: string): void {
  for (const suffix of suffixes) rmSync(path + suffix, { force: true })
}

/** The same while other work goes on: a file system takes its time to let go of a large file. */
export async function removeLargeFiles(path: string): Promise<void> {
  for (const suffix of suffixes) await rm(path + suffix, { force: true })
}
