import { quoted, refuse } from '../refuse.ts'

/** What the first bytes of a file say it is. */
export type ContentKind = 'zip' | 'text'

/** What else begins in a known way, and the extensions that say so themselves. */
const documents: readonly { magic: string; what: string; names: readonly string[] }[] = [
  { magic: '%PDF', what: 'a PDF', names: ['pdf'] },
  { magic: '\xff\xd8\xff', what: 'a JPEG picture', names: ['jpg', 'jpeg'] },
  { magic: '\x89PNG', what: 'a PNG picture', names: ['png'] },
  { magic: 'GIF8', what: 'a GIF picture', names: ['gif'] },
  { magic: '{\\rtf', what: 'an RTF document', names: ['rtf'] },
  { magic: '\x1f\x8b', what: 'a gzip archive', names: ['gz', 'tgz'] },
  { magic: '7z\xbc\xaf', what: 'a 7-Zip archive', names: ['7z'] },
  { magic: 'Rar!', what: 'a RAR archive', names: ['rar'] },
  { magic: 'SQLite format 3', what: 'a database', names: ['db', 'sqlite', 'sqlite3'] },
  { magic: 'MZ', what: 'a program', names: ['exe', 'dll'] },
  { magic: '\x7fELF', what: 'a program', names: ['so', ''] },
]
const formats =
  'CSV, Excel (.xlsx), JSON, JSONL, .txt, .md, .docx, or the .zip that Claude or ChatGPT sent you'

/** Tells a zip from a text by content; anything else is refused by name, with what is read instead. */
export function contentKind(bytes: Buffer, name: string, read = formats): ContentKind {
  const head = bytes.subarray(0, 512).toString('latin1')
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip'
  if (head.startsWith('\xd0\xcf\x11\xe0')) refuseOldOffice(bytes, name)
  const other = documents.find(
    ({ magic }) => head.startsWith(magic) && (magic !== 'MZ' || head.includes('\0')),
  )
  if (other) {
    const despite = other.names.includes(extensionOf(name)) ? '' : ', whatever its name says'
    refuse(`${quoted(name)} is ${other.what}${despite}. Evenkeel reads ${read}.`)
  }
  return 'text'
}

/** The extension in lower case without its dot, "" where there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Refuses a text with NUL characters: it is damaged or no text at all. */
export function refuseNul(text: string, name: string): void {
  const at = text.indexOf('\0')
  if (at === -1) return
  const line = text.slice(0, at).split(/\r\n|\r|\n/).length
  refuse(
    `${quoted(name)} holds characters that no text has (NUL, first in line ${line}). It is damaged, or not a text file. Export it again as CSV with the encoding UTF-8.`,
  )
}

function refuseOldOffice(bytes: Buffer, name: string): never {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    const program = extensionOf(name).startsWith('doc') ? 'Word' : 'Excel'
    return refuse(
      `${quoted(name)} is protected by a password. Open it in ${program}, save a copy without the password, and choose the copy.`,
    )
  }
  if (extensionOf(name) === 'doc') {
    return refuse(
      `${quoted(name)} is an old Word document. Open it in Word, save it as .docx, and choose that file.`,
    )
  }
  return refuse(
    `${quoted(name)} is an old Excel file (.xls). Open it in Excel, save it as .xlsx or CSV, and choose that file.`,
  )
}
