import type { DateOrder, ImportFormat, ImportPreview, LeftOut } from '../../shared/contract/imports.ts'
import { formatNumber } from '../../shared/domain/format.ts'
import { count } from '../ui/lib/count.ts'
import { locale } from '../ui/lib/locale.ts'

type Shown = string | number

const firstOf = (order: DateOrder) => (order === 'day-first' ? 'day' : 'month')

export const words = {
  bringHiddenIn: 'Bring the hidden rows in',
  leaveHiddenOut: 'Leave the hidden rows out',
  rowWithTheNames: 'Row with the names of the columns',
  noNames: 'No row names them',
  rowOfNames: (row: Shown) => `Row ${row}`,
  rowsOfNames: (row: Shown, second: Shown) => `Rows ${row} and ${second}`,
  encoding: 'Encoding',
  rowToCheck: (row: Shown, reason: Shown) => `Row ${row}: ${reason}`,
  moreToCheck: (rows: Shown) => `${rows} more rows are to be checked. They are listed once the file is in.`,
  guessed: 'This is what each column seems to be. Change it where it is wrong.',
  remembered: 'Read as last time. Change a column if something moved.',
  change: 'Change',
  closeTheColumns: 'Close',
  isIn: (said: Shown, column: Shown, isFirst: boolean) => `${said} ${isFirst ? 'is ' : ''}in “${column}”`,
  withUndated: (months: Shown, undated: Shown) => `${months}; ${undated} without a date.`,
  notUsedAre: (columns: Shown) => `Not used: ${columns}.`,
  moreColumns: (more: Shown) => `${more} more`,
  doYouRecogniseThese: 'Do you recognise these?',
  someOf: (some: Shown, all: number) => `${some} of ${formatNumber(all, 0, locale)}`,
  showOthers: 'Show others',
  labelFrom: (label: Shown, column: Shown) => (label === column ? label : `${label}, from “${column}”`),
  labelled: (label: Shown, value: Shown) => `${label}: ${value}`,
  theSameText: 'The same text.',
  emptyInThisRow: 'Empty in this row.',
  whichColumn: (what: Shown) => `One question: which of these is ${what}?`,
  noNameSaysWhich: 'Their names do not say it.',
  answerTheQuestion: 'Answer the question first.',
  staysOut: (rows: number) =>
    rows === 0 ? 'To check' : `${rowWords(rows)} ${rows === 1 ? 'stays' : 'stay'} out`,
  pasteOthers: 'Paste others',
  chooseAnother: 'Choose another file',
  bringIn: (rows: number) => `Bring in ${rowWords(rows)}`,
  problems: (problems: number) => count(problems, 'problem', locale),
  column: 'Column',
  firstValues: 'First values',
  filled: 'Filled',
  whatItIs: 'What it is',
  notUsed: 'Not used',
  columnsOfTheFile: 'Columns of the file',
  whatIs: (name: Shown) => `What ${name} is`,
  asLastTime: 'As last time',
  guessed2: 'Guessed',
  showMoreThatNotUsed: (hidden: Shown, part: Shown, part2: Shown) =>
    `Show ${hidden} more ${part} that ${part2} not used`,
  bringInOneFileAt: 'Bring in one file at a time. None of these was read.',
  dropFilesHere: 'Drop files here',
  dropAFileHere: 'Drop a file here',
  reading: (reading: Shown) => `Reading ${reading}…`,
  chooseAFile: 'Choose a file',
  chooseFiles: 'Choose files',
  fileToBringIn: 'File to bring in',
  filesToBringIn: 'Files to bring in',
  sheet: 'Sheet',
  list: 'List',
  theseAreTheFirstThe: (length: Shown) => `These are the first ${length}. The saved list has all of them.`,
  bringingIn: 'Bringing in',
  readSoFar: 'Read so far',
  readingTheFile: 'Reading the file…',
  backToTheFile: 'Back to the file',
  cancel: 'Cancel',
  nothingOfThisFileWas: 'Nothing of this file was kept.',
  theFileCouldNotBe: 'The file could not be brought in',
  cancelled: 'Cancelled',
  row: 'Row',
  reason: 'Reason',
  rowKept: 'Row kept',
  problems2: 'Problems',
  yesWithoutThisValue: 'Yes, without this value',
  no: 'No',
  whichDay: (text: Shown, monthFirst: Shown, dayFirst: Shown) =>
    `One question: is ${text} ${monthFirst} or ${dayFirst}?`,
  looksAs: (order: DateOrder) =>
    `This file looks as if the ${firstOf(order)} came first, but no date proves it.`,
  lastTime: (order: DateOrder) => `Last time the ${firstOf(order)} came first.`,
  otherThanLastTime: (before: DateOrder, now: DateOrder) =>
    `Last time the ${firstOf(before)} came first. The dates of this file prove that the ${firstOf(now)} does.`,
  noDateProvesIt: 'No date in this file says which.',
  datesOfBothOrders: (rows: Shown, order: DateOrder) =>
    `The dates are read with the ${firstOf(order)} first. Those of these rows only make sense the other way round and are listed: ${rows}.`,
  orderOfDates: 'Order of day and month',
  monthFirst: 'Month first',
  dayFirst: 'Day first',
  inTheFile: 'In the file',
  dateInRow: (text: Shown, row: Shown) => `${text}, row ${row}`,
  allOfThem: 'All of them',
  fromTo: (first: Shown, last: Shown) => `${first} to ${last}`,
}

const formatWords: Readonly<Record<ImportFormat, string>> = {
  csv: 'CSV',
  xlsx: 'Excel workbook',
  json: 'JSON',
  jsonl: 'JSON lines',
  claude: 'claude.ai export',
  chatgpt: 'ChatGPT export',
  texts: 'text documents',
  pasted: 'pasted',
}

/** "CSV", "Excel workbook, from row 3", "CSV in Windows-1252"; its rows are counted where their months are said. */
export function fileFacts({
  format,
  encoding,
  found,
}: Pick<ImportPreview, 'format' | 'encoding' | 'found'>): string {
  const kind =
    encoding === null || encoding === 'UTF-8' ? formatWords[format] : `${formatWords[format]} in ${encoding}`
  const [first = 1] = found?.headerRows ?? []
  const facts = [kind, first > 1 ? `from row ${first}` : null]
  return facts.filter((fact) => fact !== null).join(', ')
}

const monthsNamed = 3

/** "12 rows of October 2026, 3 of November 2026"; many months by the first and the last. */
export function monthsWords(months: readonly { month: string; rows: number }[]): string {
  const [first, ...more] = months
  if (!first) return rowWords(0)
  if (months.length <= monthsNamed) {
    const rest = more.map(({ month, rows }) => `${formatNumber(rows, 0, locale)} of ${month}`)
    return [`${rowWords(first.rows)} of ${first.month}`, ...rest].join(', ')
  }
  const all = months.reduce((sum, { rows }) => sum + rows, 0)
  return `${rowWords(all)} of ${months.length} months, ${first.month} to ${more.at(-1)?.month}`
}

const leftOutKinds: Readonly<Record<LeftOut['why'], readonly [string, string]>> = {
  title: ['row above the table', 'rows above the table'],
  header: ['repeated row of names', 'repeated rows of names'],
  hidden: ['row hidden by a filter', 'rows hidden by a filter'],
  total: ['row of totals', 'rows of totals'],
  footer: ['row below the table', 'rows below the table'],
}

/** "2 rows hidden by a filter: 17, 41." */
export function leftOutWords({ why, count: rows, rows: named }: LeftOut): string {
  const [one, more] = leftOutKinds[why]
  const rest = rows > named.length ? ' …' : ''
  return `${formatNumber(rows, 0, locale)} ${rows === 1 ? one : more}: ${named.join(', ')}${rest}.`
}

export const rowWords = (rows: number): string => count(rows, 'row', locale)

/** What became of the rows of a file: "2 were in already and left out." */
export function leftOutSentence(alreadyIn: number, locale: string): string {
  if (alreadyIn === 0) return ''
  return `${count(alreadyIn, 'row was', locale, 'rows were')} in already and left out.`
}
