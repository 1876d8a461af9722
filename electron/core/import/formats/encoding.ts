import { isUtf8 } from 'node:buffer'
import type { TextEncoding } from '../../../../shared/domain/text/text-encodings.ts'
import { decoderNames, guessLegacyEncoding } from './legacy-encodings.ts'

/** `hasStrays`: bytes that are none of the encoding stand in the text, marked until `withoutStrays` reads them. */
export type Decoded = { text: string; encoding: TextEncoding; hasStrays: boolean }

/** A stray byte is kept in the private use area, so that the row it stands in can be named. */
const strayBase = 0xf700
const strays = /[\uF780-\uF7FF]/g
/** So many characters of more than one byte for each stray one, and a text is UTF-8 all the same. */
const soundPerStray = 2

/** The text of a file without its byte order mark; the encoding by evidence unless one is chosen. */
export function decodeText(bytes: Buffer, chosen?: TextEncoding): Decoded {
  const encoding = chosen ?? markedEncoding(bytes) ?? utf16ByNulBytes(bytes)
  if (encoding !== null && encoding !== 'UTF-8') return decodedAs(bytes, encoding)
  if (isUtf8(bytes)) return decodedAs(bytes, 'UTF-8')
  const found = findStrays(bytes)
  return encoding === 'UTF-8' || found.sound >= Math.max(1, found.at.length * soundPerStray)
    ? { text: markStrays(bytes, found.at), encoding: 'UTF-8', hasStrays: found.at.length > 0 }
    : decodedAs(bytes, guessLegacyEncoding(bytes))
}

/** A text with its stray bytes read as Windows-1252, and how many there were. */
export function withoutStrays(text: string): { text: string; count: number } {
  let count = 0
  const read = text.replace(strays, (mark) => {
    count++
    return new TextDecoder('windows-1252').decode(Uint8Array.of(mark.charCodeAt(0) - strayBase))
  })
  return { text: read, count }
}

const decodedAs = (bytes: Buffer, encoding: TextEncoding): Decoded => ({
  text: new TextDecoder(decoderNames[encoding]).decode(bytes),
  encoding,
  hasStrays: false,
})

function markedEncoding(bytes: Buffer): TextEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'UTF-16BE' : null
}

/** Without a mark, UTF-16 shows in the NUL bytes of its ASCII characters: all of them on one side. */
function utf16ByNulBytes(bytes: Buffer): TextEncoding | null {
  const nul = { even: 0, odd: 0 }
  const head = bytes.subarray(0, 4096)
  for (const [index, byte] of head.entries()) if (byte === 0) nul[index % 2 === 0 ? 'even' : 'odd']++
  const isEnough = Math.max(nul.odd, nul.even) >= Math.max(2, head.length * 0.02)
  if (!isEnough) return null
  if (nul.even < nul.odd / 10) return 'UTF-16LE'
  return nul.odd < nul.even / 10 ? 'UTF-16BE' : null
}

/** The places of bytes that are no UTF-8, and how many whole characters of more than one byte there are. */
function findStrays(bytes: Buffer): { at: number[]; sound: number } {
  const at: number[] = []
  let sound = 0
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0
    const isWhole = length > 0 && (length === 1 || isUtf8(bytes.subarray(index, index + length)))
    if (!isWhole) at.push(index)
    else if (length > 1) sound++
    index += isWhole ? length : 1
  }
  return { at: isCutOff(bytes, at) ? at.filter((index) => index < bytes.length - 3) : at, sound }
}

/** A file cut off in the middle of a character has no stray byte, only no last character. */
const isCutOff = (bytes: Buffer, at: readonly number[]) =>
  at.length > 0 &&
  (at.at(-1) ?? 0) === bytes.length - 1 &&
  at.some((index) => index >= bytes.length - 3 && (bytes[index] ?? 0) >= 0xc2)

function markStrays(bytes: Buffer, at: readonly number[]): string {
  const parts: string[] = []
  let from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  for (const index of at) {
    parts.push(bytes.toString('utf8', from, index), String.fromCharCode(strayBase + (bytes[index] ?? 0)))
    from = index + 1
  }
  return parts.join('') + bytes.toString('utf8', from)
}
