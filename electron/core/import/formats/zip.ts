import type { Readable } from 'node:stream'
import yauzl, { type Entry } from 'yauzl'
import { AppError } from '../../../../shared/errors.ts'
import { limits } from '../limits.ts'
import { counted, megabytes, quoted, refuse } from '../refuse.ts'

/** A zip whose list of parts has been checked; sizes are enforced again while a part is inflated. */
export type Zip = {
  names: string[]
  size: (name: string) => number
  stream: (name: string) => Promise<Readable>
}

/** Opens a zip and refuses damaged ones and those with more than `maxEntries` parts. */
export async function openZip(bytes: Buffer, name: string, maxEntries: number): Promise<Zip> {
  try {
    const file = await yauzl.fromBufferPromise(withWholeEnd(bytes))
    if (file.entryCount > maxEntries) {
      refuse(
        `${quoted(name)} has ${counted(file.entryCount)} parts; the most is ${counted(maxEntries)}. Save its data as CSV and choose that file.`,
      )
    }
    const entries = new Map<string, Entry>()
    for await (const entry of file.eachEntry()) entries.set(entry.fileName, entry)
    const get = (part: string) => entries.get(part) ?? refuse(damaged(name))
    return {
      names: [...entries.keys()],
      size: (part) => get(part).uncompressedSize,
      stream: (part) => openPart(file, get(part), name),
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('INVALID_INPUT', damaged(name))
  }
}

const endMark = Buffer.from('PK\x05\x06', 'latin1')
const endLength = 22

/** A file that lost its last byte on the way lacks only the length of a comment it does not have. */
function withWholeEnd(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf(endMark)
  const missing = at === -1 ? 0 : at + endLength - bytes.length
  return missing === 1 || missing === 2 ? Buffer.concat([bytes, Buffer.alloc(missing)]) : bytes
}

/** Refuses parts that together inflate to more than `cap` bytes, or suspiciously far beyond the file's size. */
export function checkInflation(
  zip: Zip,
  parts: readonly string[],
  fileBytes: number,
  cap: number,
  name: string,
) {
  const inflated = parts.reduce((sum, part) => sum + zip.size(part), 0)
  const suspicious = inflated > limits.inflationFreeBytes && inflated > fileBytes * limits.inflationRatio
  if (inflated > cap || suspicious) {
    refuse(
      `${quoted(name)} unpacks to ${megabytes(inflated)}, ${suspicious ? 'far more than its size allows' : `and the most is ${megabytes(cap)}`}. Split it, or save its data as CSV and choose that file.`,
    )
  }
}

/** One whole part in memory. */
export async function readPart(zip: Zip, part: string, name: string): Promise<Buffer> {
  try {
    return Buffer.concat(await (await zip.stream(part)).toArray())
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('INVALID_INPUT', damaged(name))
  }
}

export function damaged(name: string): string {
  return `${quoted(name)} is damaged: it could not be unpacked. Save or export it again and choose the new file.`
}

async function openPart(file: yauzl.ZipFile, entry: Entry, name: string): Promise<Readable> {
  if (entry.isEncrypted()) {
    refuse(
      `${quoted(name)} is protected by a password. Save a copy without the password and choose the copy.`,
    )
  }
  return file.openReadStreamPromise(entry)
}
