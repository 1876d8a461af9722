import { count } from '../ui/lib/count.ts'
import { locale } from '../ui/lib/locale.ts'

export const words = {
  guessed: 'This is what each column seems to be. Change it where it is wrong.',
  remembered: 'Read as last time. Change a column if something moved.',
  chooseAnother: 'Choose another file',
  bringIn: (rows: number) => `Bring in ${rowWords(rows)}`,
  problems: (problems: number) => count(problems, 'problem', locale),
}

export const rowWords = (rows: number): string => count(rows, 'row', locale)

/** What became of the rows of a file: "2 were in already and left out." */
export function leftOutSentence(alreadyIn: number, locale: string): string {
  if (alreadyIn === 0) return ''
  return `${count(alreadyIn, 'row was', locale, 'rows were')} in already and left out.`
}
