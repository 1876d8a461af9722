import { useState } from 'react'

/** Which sheet of a workbook is read; its first one until another is chosen. */
export function useSheet() {
  const [sheet, choose] = useState<string>()
  return { sheet, choose, asInput: sheet === undefined ? {} : { sheet } }
}

export type SheetChoice = Pick<ReturnType<typeof useSheet>, 'sheet' | 'asInput'> & {
  choose: (sheet: string) => void
}
