import { count } from '../ui/lib/count.ts'
import { locale } from '../ui/lib/locale.ts'

type Shown = string | number

export const words = {
  guessed: 'This is what each column seems to be. Change it where it is wrong.',
  remembered: 'Read as last time. Change a column if something moved.',
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
  howIsRead: (samples: Shown) => `How ${samples} is read`,
  aDate: 'a date',
  bringInOneFileAt: 'Bring in one file at a time. None of these was read.',
  dropFilesHere: 'Drop files here',
  dropAFileHere: 'Drop a file here',
  reading: (reading: Shown) => `Reading ${reading}…`,
  chooseAFile: 'Choose a file',
  chooseFiles: 'Choose files',
  fileToBringIn: 'File to bring in',
  filesToBringIn: 'Files to bring in',
  sheet: 'Sheet',
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
  dayFirst34Is: 'Day first: 3/4 is 3 April',
  monthFirst34Is: 'Month first: 3/4 is 4 March',
}

export const rowWords = (rows: number): string => count(rows, 'row', locale)

/** What became of the rows of a file: "2 were in already and left out." */
export function leftOutSentence(alreadyIn: number, locale: string): string {
  if (alreadyIn === 0) return ''
  return `${count(alreadyIn, 'row was', locale, 'rows were')} in already and left out.`
}
