import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

type Content = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** Writes a file where the owner chose, whole or not at all: what was there stays until the new one is complete. */
export async function writeChosen(path: string, content: Content): Promise<void> {
  const unfinished = join(dirname(path), `.${randomUUID()}.tmp`)
  try {
    await pipeline(content, createWriteStream(unfinished, { flags: 'wx' }))
    const file = await open(unfinished, 'r+')
    await file.sync().finally(() => file.close())
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {})
    throw error
  }
}

const problems: Readonly<Record<string, string>> = {
  EBUSY: 'That file is open in another program, so it could not be replaced. Close it there and save again.',
  EACCES: 'That folder cannot be written to. Save it in another one.',
  EPERM: 'That file or folder cannot be written to. Save it under another name or in another folder.',
  EROFS: 'That folder cannot be written to. Save it in another one.',
  ENOSPC: 'The disk is full, so it is not saved. Free some space, then save it again.',
}

/** Why it could not be saved, in words for the owner. */
export function writingProblem(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return problems[code] ?? 'It could not be saved. Nothing else has changed. Try again.'
}
