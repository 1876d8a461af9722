import { definitions } from '../workbook/workbook-guide.ts'
import { type Block, htmlPage, type Row } from './html-page.ts'

/** What opens each kind of file, by its ending. */
const formats: Readonly<Record<string, string>> = {
  xlsx: 'A workbook: opens in Excel, LibreOffice, Numbers and Google Sheets. No macros, no links to elsewhere. Its last sheet, Guide, explains every column where there is one.',
  csv: 'A table as text (UTF-8, commas): opens in any spreadsheet or editor. Days are written 2026-03-31, shares as fractions (0.15 is 15%). An apostrophe before =, +, - or @ keeps a spreadsheet from running a text as a formula.',
  html: 'A page: opens in any browser, without a network. Printed on A4 or saved as PDF from there, the page for leadership is one sheet.',
  jsonl: 'One entry a line, each a JSON array or object: opens in any editor.',
  json: 'A list of names and values as text (JSON): opens in any editor, and can be edited there.',
  md: 'Plain text with # before headings: opens in any editor.',
  docx: 'A document: opens in Word, LibreOffice, Pages and Google Docs.',
  mjs: 'A short program for Node.js, to be read before it is run: “node verify.mjs” in this folder.',
  py: 'A short program for Python 3, to be read before it is run: “python3 verify.py” in this folder.',
}

/** The page that explains a pack to who does not have Evenkeel; `names` are its files. */
export function howToRead(names: readonly string[]): string {
  const endings = [...new Set(['html', ...names.map((name) => name.split('.').at(-1) ?? '')])]
  const opening: Row[] = endings.flatMap((ending) => {
    const meaning = formats[ending]
    return meaning === undefined ? [] : [{ term: `.${ending}`, meaning }]
  })
  const words: Row[] = Object.entries(definitions).map(([term, meaning]) => ({ term, meaning }))
  const blocks: Block[] = [
    'Nothing here needs Evenkeel, an account or a network. Begin with index.html.',
    { heading: 'What opens the files' },
    { rows: opening },
    { heading: 'What the words mean' },
    { rows: words },
  ]
  return htmlPage('How to read this without Evenkeel', blocks)
}
