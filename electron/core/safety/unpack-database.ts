import { closeSync, createWriteStream, openSync, readSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { maxBackupBytes } from '../../../shared/domain/upload-limit.ts'

const zipMark = 'PK\u0003\u0004'

/** Where the file at `path` is everything in one .zip, puts the database it holds in its place. */
export async function unpackDatabase(path: string): Promise<void> {
  if (!isZip(path)) return
  const unpacked = `${path}.db`
  const zip = await yauzl.openPromise(path)
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== 'evenkeel.db') continue
      if (entry.uncompressedSize > maxBackupBytes) throw new Error('its database is too large')
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(unpacked, { mode: 0o600 }))
      await rename(unpacked, path)
      return
    }
    throw new Error('there is no database of Evenkeel in it')
  } finally {
    zip.close()
    await rm(unpacked, { force: true })
  }
}

function isZip(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const mark = Buffer.alloc(zipMark.length)
    readSync(file, mark)
    return mark.toString('latin1') === zipMark
  } finally {
    closeSync(file)
  }
}
