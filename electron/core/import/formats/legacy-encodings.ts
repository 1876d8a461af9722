import type { TextEncoding } from '../../../../shared/domain/text/text-encodings.ts'

/** What `TextDecoder` calls each encoding. */
export const decoderNames: Readonly<Record<TextEncoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'Windows-1252': 'windows-1252',
  'Windows-1250': 'windows-1250',
  'Windows-1251': 'windows-1251',
  'Windows-1253': 'windows-1253',
  'Windows-1254': 'windows-1254',
  'ISO-8859-2': 'iso-8859-2',
  'ISO-8859-15': 'iso-8859-15',
  'KOI8-R': 'koi8-r',
  'Mac Roman': 'macintosh',
  'Shift-JIS': 'shift_jis',
  'EUC-JP': 'euc-jp',
  GB18030: 'gb18030',
  Big5: 'big5',
  'EUC-KR': 'euc-kr',
}

const western = [
  'äöüßéàèêÄÖÜ',
  'éèàçêîôûâëïùœÉÈÀÇÊÔŒ',
  'áéíóúñüÁÉÍÓÚÑªº¿¡',
  'ãõáéíóúâêôçàÃÕÁÉÍÓÚÂÊÔÇÀ',
  'àèéìòùÀÈÉÌÒÙ',
  'åäöæøéüÅÄÖÆØÉ',
  'þðæöáéíóúýÞÐÆÖÁÉÍÓÚÝ',
]
const central = [
  'áčďéěíňóřšťúůýžľĺŕôäÁČĎÉĚÍŇÓŘŠŤÚŮÝŽĽ',
  'ąćęłńóśźżĄĆĘŁŃÓŚŹŻ',
  'áéíóöőúüűÁÉÍÓÖŐÚÜŰ',
  'ăâîşţĂÂÎŞŢ',
  'čćđšžČĆĐŠŽ',
]
const cyrillic = ['абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁІЇЄҐ№']
const greek = ['αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ']
const turkish = ['çğıöşüâîûÇĞİÖŞÜ']
/** The letters of the languages written in each encoding; of two that fit as well, the first is taken. */
const alphabets: readonly (readonly [TextEncoding, readonly string[]])[] = [
  ['Windows-1252', western],
  ['Windows-1250', central],
  ['Mac Roman', western],
  ['Windows-1251', cyrillic],
  ['Windows-1253', greek],
  ['Windows-1254', turkish],
  ['ISO-8859-2', central],
  ['ISO-8859-15', western],
  ['KOI8-R', cyrillic],
]
const signs = '‘’“”„‚–—…€«»•·§°©®™£'
const commonChinese =
  '的是了不在有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你您对對好请請'
const sampled = 32 * 1024

/** The encoding in which the bytes beyond ASCII of a text that is no UTF-8 make sense. */
export function guessLegacyEncoding(bytes: Buffer): TextEncoding {
  const sample = telling(bytes)
  const asian = asianEncodings.find(({ name, fits }) => fits(decoded(sample, name)))
  if (asian) return asian.name
  const scores = alphabets.map(([name, languages]) => ({
    name,
    score: scoreOf(decoded(sample, name) ?? '', languages),
  }))
  // Only old programs of the Mac end lines with a carriage return alone.
  const isMac = bytes.includes(13) && !bytes.includes(10)
  return scores.reduce((best, each) =>
    each.score > best.score || (isMac && each.name === 'Mac Roman' && each.score === best.score)
      ? each
      : best,
  ).name
}

/** The lines with bytes beyond ASCII, as many as a guess needs. */
function telling(bytes: Buffer): Buffer {
  const lines: Buffer[] = []
  let length = 0
  for (let start = 0; start < bytes.length && length < sampled; ) {
    const found = bytes.indexOf(10, start)
    const line = bytes.subarray(start, found === -1 ? bytes.length : found + 1)
    start += line.length
    if (!line.some((byte) => byte >= 0x80)) continue
    lines.push(line)
    length += line.length
  }
  return Buffer.concat(lines)
}

/** The text, or null where the bytes break the rules of the encoding. */
function decoded(bytes: Buffer, name: TextEncoding): string | null {
  try {
    return new TextDecoder(decoderNames[name], { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const share = (text: string | null, pattern: RegExp) => {
  const beyond = text?.match(/[^\0-\x7F]/g)?.length ?? 0
  return text === null || beyond === 0 ? 0 : (text.match(pattern)?.length ?? 0) / beyond
}
const isJapanese = (text: string | null) =>
  share(text, /[\u3040-\u30FF]/g) >= 0.2 && share(text, /[\u3000-\u30FF\u4E00-\u9FFF\uFF00-\uFF60]/g) >= 0.95
const isChinese = (text: string | null) =>
  share(text, new RegExp(`[${commonChinese}]`, 'g')) >= 0.04 &&
  share(text, /[\u2010-\u2026\u3000-\u301F\u4E00-\u9FFF\uFF00-\uFF60]/g) >= 0.95
const isKorean = (text: string | null) => share(text, /[\uAC00-\uD7A3]/g) >= 0.8
const asianEncodings: readonly { name: TextEncoding; fits: (text: string | null) => boolean }[] = [
  { name: 'Shift-JIS', fits: isJapanese },
  { name: 'EUC-JP', fits: isJapanese },
  { name: 'GB18030', fits: isChinese },
  { name: 'Big5', fits: isChinese },
  { name: 'EUC-KR', fits: isKorean },
]

/** How well a text reads in the best of some languages. */
function scoreOf(text: string, languages: readonly string[]): number {
  return Math.max(...languages.map((letters) => scoreIn(text, letters)))
}

function scoreIn(text: string, letters: string): number {
  let score = 0
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character < '\x80') continue
    if (signs.includes(character)) score++
    else if (letters.includes(character) && !isMisplaced(text, at)) score++
    else score--
  }
  return score
}

/** A capital right after a small letter, or another script inside a Latin word: a byte read in the wrong encoding. */
function isMisplaced(text: string, at: number): boolean {
  const character = text.charAt(at)
  const isLatinBeside = /[a-z]/i.test(text.charAt(at - 1)) || /[a-z]/i.test(text.charAt(at + 1))
  if (isLatinBeside && !/\p{Script=Latin}/u.test(character)) return true
  return character !== character.toLowerCase() && /\p{Ll}/u.test(text.charAt(at - 1))
}
