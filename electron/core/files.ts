import { randomUUID } from 'node:crypto'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { maxUploadBytes, tooLarge } from '../../shared/domain/upload-limit.ts'
import { AppError } from '../../shared/errors.ts'

export type StoredFile = { id: string; name: string; path: string; type: string }

/** How long a file that has done its work may still be looked at, and any file may wait for its use. */
const restMs = 60_000
const longestWaitMs = 6 * 60 * 60 * 1000

export type Files = {
  /** Keeps an upload; refuses by its announced size before a byte is read, and by its real size. */
  receive: (
    name: string,
    body: ReadableStream | null,
    announced: number,
    limit?: number,
  ) => Promise<StoredFile>
  /** A place for a file the core makes. */
  make: (name: string, type: string) => StoredFile
  get: (id: string) => StoredFile
  size: (file: StoredFile) => number
  /** They were brought in, or handed over: nobody needs them soon. */
  done: (ids: readonly string[]) => void
  /** Empties the folder of what an earlier run left. Only for the owner of the data folder. */
  clear: () => void
}

/** Files on their way in and out; they live for one run. */
export function createFiles(dataDir: string): Files {
  let folder = join(dataDir, 'tmp')
  const files = new Map<string, StoredFile & { until: number }>()

  const remove = (id: string) => {
    const file = files.get(id)
    files.delete(id)
    if (file) rmSync(file.path, { force: true })
  }
  const sweep = () => {
    for (const { id, until } of files.values()) if (until <= performance.now()) remove(id)
  }

  const make = (name: string, type: string) => {
    sweep()
    const id = randomUUID()
    const file = { id, name, type, path: join(folder, id), until: performance.now() + longestWaitMs }
    files.set(id, file)
    return file
  }

  return {
    make,
    async receive(name, body, announced, limit = maxUploadBytes) {
      if (announced > limit) throw tooLarge(name)
      if (!body) throw new AppError('INVALID_INPUT', `${name} is empty. Nothing was read.`)
      const file = make(name, 'application/octet-stream')
      const target = createWriteStream(file.path, { mode: 0o600 })
      let received = 0
      try {
        await pipeline(
          Readable.fromWeb(body),
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              received += chunk.length
              if (received > limit) throw tooLarge(name)
              yield chunk
            }
          },
          target,
        )
      } catch (error) {
        // A stream that is still opening would put the file back after it was removed.
        if (!target.closed) await new Promise<void>((resolve) => target.once('close', resolve))
        remove(file.id)
        throw asFull(error, name)
      }
      return file
    },
    get(id) {
      const file = files.get(id)
      if (!file || !existsSync(file.path)) {
        throw new AppError('NOT_FOUND', 'That file is no longer here. Choose it again.')
      }
      return file
    },
    size: (file) => statSync(file.path).size,
    done(ids) {
      for (const id of ids) {
        const file = files.get(id)
        if (file) file.until = performance.now() + restMs
      }
      setTimeout(sweep, restMs + 1).unref()
    },
    clear() {
      files.clear()
      try {
        rmSync(folder, { recursive: true, force: true })
        mkdirSync(folder, { recursive: true, mode: 0o700 })
      } catch {
        // A folder that is not ours, or a full disk, must not keep the owner out: the system has one too.
        folder = mkdtempSync(join(tmpdir(), 'evenkeel-'))
      }
    },
  }
}

/** A disk without room is said as what it is; other errors pass. */
function asFull(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error
  const problem = new AppError(
    'UNAVAILABLE',
    `The disk is full, so ${name} could not be taken in. Nothing was changed. Free some space, then try again.`,
  )
  problem.cause = error
  return problem
}
