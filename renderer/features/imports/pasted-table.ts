/**
 * Cells copied from a spreadsheet, as rows of columns: tabs part cells, line ends part rows, and a cell that
 * holds either stands in double quotes. Null when the text has no tab outside quotes, so is one plain text.
 */
export function parsePastedTable(text: string): string[][] | null {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  let hasTab = false
  const endCell = () => {
    rows.at(-1)?.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (isQuoted) {
      if (character !== '"') cell += character
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (character === '"' && cell === '') isQuoted = true
    else if (character === '\t') {
      hasTab = true
      endCell()
    } else if (character === '\n') {
      endCell()
      rows.push([])
    } else if (character !== '\r') cell += character
  }
  endCell()
  if (!hasTab) return null
  return rows.filter((row) => row.some((value) => value.trim() !== ''))
}
