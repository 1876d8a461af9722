import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** One change as a process made it. `at` is the place of a write, or the length of a cut. */
type Change = { kind: string; path: string; to: string; at: number; data: Buffer }

/** A file: what is on disk for sure, and the changes since its last sync. */
type Kept = { durable: Buffer; pending: Change[] }

const headLength = 32
const sector = 512

/** What the library recorded under `folder`, with paths inside it. */
export function readRecord(record: string, folder: string): Change[] {
  const bytes = readFileSync(record)
  const changes: Change[] = []
  for (let at = 0; at + headLength <= bytes.length; ) {
    const kind = String.fromCharCode(bytes[at] ?? 0)
    const [path, to] = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
    const [place, length] = [Number(bytes.readBigInt64LE(at + 16)), Number(bytes.readBigInt64LE(at + 24))]
    at += headLength
    const text = (from: number, size: number) =>
      size === 0 ? '' : relative(folder, bytes.toString('utf8', from, from + size))
    const data = bytes.subarray(at + path + to, at + path + to + length)
    changes.push({ kind, path: text(at, path), to: text(at + path, to), at: place, data })
    at += path + to + length
  }
  return changes
}

type Rules = {
  /** What becomes of a change that was not synced. */
  fate: () => 'kept' | 'dropped' | 'torn'
  /** Where a torn write ends, in sectors. */
  below: (limit: number) => number
  /** Syncs that the drive only said it made: the control. */
  isIgnored?: (path: string) => boolean
}

/**
 * Goes through a record once. `cutTo` leaves the files in `target` as a disk could have them after the first `cut`
 * changes, no earlier than the cut before: what was synced is there; of the rest each change is kept, dropped or
 * torn. Names are durable at once (a journalling file system). `before` are the files that were there already.
 */
export function createReplay(
  changes: readonly Change[],
  rules: Rules,
  before: Readonly<Record<string, Buffer>> = {},
) {
  const files = new Map<string, Kept>(
    Object.entries(before).map(([path, content]) => [path, { durable: Buffer.from(content), pending: [] }]),
  )
  const folders = new Set<string>()
  let done = 0
  return {
    cutTo(cut: number, target: string): void {
      for (; done < cut; done += 1) {
        const change = changes[done]
        if (change) apply(files, folders, change, rules.isIgnored)
      }
      rmSync(target, { recursive: true, force: true })
      mkdirSync(target, { recursive: true })
      for (const folder of folders) mkdirSync(join(target, folder), { recursive: true })
      for (const [path, { durable, pending }] of files) {
        mkdirSync(dirname(join(target, path)), { recursive: true })
        writeFileSync(join(target, path), afterCut(durable, pending, rules))
      }
    },
  }
}

function apply(
  files: Map<string, Kept>,
  folders: Set<string>,
  change: Change,
  isIgnored: Rules['isIgnored'] = () => false,
) {
  const { kind, path, to } = change
  const file = files.get(path)
  if (kind === 'm') folders.add(path)
  else if (kind === 'd') folders.delete(path)
  else if (kind === 'u') files.delete(path)
  else if (kind === 'r') {
    if (file) files.set(to, file)
    files.delete(path)
  } else if (kind === 's') {
    if (!file || isIgnored(path)) return
    file.durable = file.pending.reduce(changed, file.durable)
    file.pending = []
  } else if (file) file.pending.push(change)
  else files.set(path, { durable: Buffer.alloc(0), pending: kind === 'c' ? [] : [change] })
}

/** Changes `content` in place where its memory allows. */
function changed(content: Buffer, { kind, at, data }: Pick<Change, 'kind' | 'at' | 'data'>): Buffer {
  const length = kind === 't' ? at : Math.max(content.length, at + data.length)
  const next = length === content.length ? content : resized(content, length)
  if (kind === 'w') data.copy(next, at)
  return next
}

/** A file grows by many small writes, so its memory has room to grow; what is cut off and comes back is zeros. */
function resized(content: Buffer, length: number): Buffer {
  const { buffer } = content
  if (buffer instanceof ArrayBuffer && buffer.resizable && length <= buffer.maxByteLength) {
    buffer.resize(length)
    return Buffer.from(buffer)
  }
  const next = Buffer.from(new ArrayBuffer(length, { maxByteLength: 2 * length }))
  content.copy(next)
  return next
}

function afterCut(durable: Buffer, pending: readonly Change[], { fate, below }: Rules): Buffer {
  return pending.reduce<Buffer>((content, change) => {
    const what = fate()
    if (what === 'dropped') return content
    if (what === 'kept' || change.kind !== 'w') return changed(content, change)
    const torn = change.data.subarray(0, sector * below(1 + Math.ceil(change.data.length / sector)))
    return torn.length === 0 ? content : changed(content, { ...change, data: torn })
  }, Buffer.from(durable))
}
