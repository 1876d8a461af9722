/** The encodings a text can be read in; which one is told by evidence, unless it is chosen. */
export const textEncodings = [
  'UTF-8',
  'UTF-16LE',
  'UTF-16BE',
  'Windows-1252',
  'Windows-1250',
  'Windows-1251',
  'Windows-1253',
  'Windows-1254',
  'ISO-8859-2',
  'ISO-8859-15',
  'KOI8-R',
  'Mac Roman',
  'Shift-JIS',
  'EUC-JP',
  'GB18030',
  'Big5',
  'EUC-KR',
] as const
export type TextEncoding = (typeof textEncodings)[number]
