import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { AppError } from '../../../../shared/errors.ts'

/** A file of a zip: its bytes when its turn comes, at once or piece by piece, or a file on disk. */
export type ZipEntry = {
  name: string
  content: (() => Promise<Uint8Array>) | { path: string } | { pieces: () => AsyncIterable<Uint8Array> }
}

type Options = {
  signal?: AbortSignal | undefined
  onEntry?: (done: number) => void
  /** The day each file is dated; now where nothing is said, or the nearest that a zip can say. */
  date?: Date
}

/**
 * Writes a zip entry by entry; only one is held in memory. The file appears under its name only when it is whole.
 * Throws CANCELLED when `signal` fires and UNAVAILABLE when the disk is full.
 */
export async function writeZip(
  path: string,
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  options: Options = {},
): Promise<void> {
  const temporary = `${path}.tmp`
  try {
    const bytes = Readable.from(zipped(entries, options), { objectMode: false })
    await pipeline(bytes, createWriteStream(temporary, { mode: 0o600 }))
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw inWords(error)
  }
}

async function* zipped(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
  { signal, onEntry, date }: Options,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  let done = 0
  for await (const { name, content } of entries) {
    const isPacked = name.endsWith('.xlsx') || name.endsWith('.docx')
    const part = isPacked ? new ZipPassThrough(name) : new ZipDeflate(name)
    part.mtime = possibleDate(date ?? new Date())
    zip.add(part)
    const chunks = await piecesOf(content)
    for await (const chunk of chunks) {
      assertWanted(signal)
      part.push(chunk)
      yield* ready.splice(0)
    }
    part.push(new Uint8Array(), true)
    yield* ready.splice(0)
    onEntry?.(++done)
    await nextTurn()
    assertWanted(signal)
  }
  zip.end()
  yield* ready
}

/** A zip knows the years 1980 to 2099 only; a wrong clock must not keep anybody from his own data. */
function possibleDate(date: Date): Date {
  const [first, last] = [new Date(1980, 0, 2), new Date(2099, 11, 30)]
  if (date < first) return first
  return date > last ? last : date
}

async function piecesOf(content: ZipEntry['content']) {
  if (typeof content === 'function') return [await content()]
  return 'path' in content ? createReadStream(content.path) : content.pieces()
}

function assertWanted(signal: AbortSignal | undefined) {
  if (signal?.aborted) throw new AppError('CANCELLED', 'The export was stopped. No file was made.')
}

function inWords(error: unknown): unknown {
  const isFull =
    error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  if (!isFull) return error
  return new AppError(
    'UNAVAILABLE',
    'The disk is full, so the file could not be made. Your work is safe. Free some space, then try again.',
  )
}
