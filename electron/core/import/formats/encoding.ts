import { isAscii, isUtf8 } from 'node:buffer'

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252'

/** Decides by byte order mark, then the pattern of NUL bytes, then valid UTF-8, else Windows-1252. */
function detectEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'UTF-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16BE'
  return utf16ByNulBytes(bytes) ?? (isUtf8UpToCut(bytes) ? 'UTF-8' : 'Windows-1252')
}

/** The text of a file without its byte order mark, and the name of its encoding. */
export function decodeText(bytes: Buffer): { text: string; encoding: Encoding } {
  const encoding = detectEncoding(bytes)
  return { text: new TextDecoder(encoding).decode(bytes), encoding }
}

function utf16ByNulBytes(bytes: Buffer): Encoding | null {
  const head = bytes.subarray(0, 4096)
  const nul = { even: 0, odd: 0 }
  for (const [index, byte] of head.entries()) {
    if (byte === 0) nul[index % 2 === 0 ? 'even' : 'odd']++
  }
  const enough = head.length * 0.2
  if (nul.odd > enough && nul.even < nul.odd / 10) return 'UTF-16LE'
  if (nul.even > enough && nul.odd < nul.even / 10) return 'UTF-16BE'
  return null
}

/** A file cut off in the middle of a character is still UTF-8, if it has other characters beyond ASCII. */
function isUtf8UpToCut(bytes: Buffer): boolean {
  if (isUtf8(bytes)) return true
  const lead = bytes.subarray(-3).findLastIndex((byte) => byte >= 0xc2)
  const tail = lead === -1 ? bytes : bytes.subarray(Math.max(0, bytes.length - 3) + lead)
  const whole = bytes.subarray(0, bytes.length - tail.length)
  return tail.subarray(1).every((byte) => byte >= 0x80 && byte < 0xc0) && isUtf8(whole) && !isAscii(whole)
}
