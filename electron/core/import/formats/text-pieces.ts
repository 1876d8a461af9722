import { closeSync, openSync, readSync } from 'node:fs'

/** A text piece by piece; `head` is its first piece, `size` its length in the unit of `pieceLength`. */
export type TextPieces = {
  head: string
  newline: '\n' | '\r'
  size: number
  pieces: () => Iterable<string>
}

export const pieceLength = 256 * 1024

export function piecesOf(text: string): TextPieces {
  return {
    head: text.slice(0, pieceLength),
    newline: text.includes('\n') ? '\n' : '\r',
    size: text.length,
    *pieces() {
      for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
    },
  }
}

/** A file of sound UTF-8, read piece by piece so that a large one is never held; null for any other bytes. */
export function filePieces(path: string, size: number): TextPieces | null {
  const read = () => decodedPieces(path, size)
  let head: string | null = null
  let hasNewline = false
  try {
    for (const piece of read()) {
      if (piece.includes('\0')) return null
      hasNewline ||= piece.includes('\n')
      head ??= piece
    }
  } catch {
    // No UTF-8, or not to be read: what is then to be said is found out from the whole file.
    return null
  }
  return { head: head ?? '', newline: hasNewline ? '\n' : '\r', size, pieces: read }
}

function* decodedPieces(path: string, size: number): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const bytes = Buffer.allocUnsafe(pieceLength)
  const file = openSync(path, 'r')
  try {
    for (let at = 0; at < size; ) {
      const read = readSync(file, bytes, 0, pieceLength, at)
      if (read === 0) break
      at += read
      yield decoder.decode(bytes.subarray(0, read), { stream: true })
    }
    decoder.decode()
  } finally {
    closeSync(file)
  }
}
