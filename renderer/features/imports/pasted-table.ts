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

const longestName = 40

/** Whether the first row names the columns below it: short names, each once, over a column of texts. */
export function hasHeader(table: readonly (readonly string[])[]): boolean {
  const [first = [], ...below] = table
  const names = first.map((name) => name.trim())
  const canName = names.every(
    (name) => name !== '' && name.length <= longestName && /\p{L}/u.test(name) && !/[.!?\n]$/.test(name),
  )
  if (below.length === 0 || names.length < 2 || !canName || new Set(names).size < names.length) return false
  return names.some((name, column) => {
    const texts = below.map((row) => row[column] ?? '').filter((text) => text.trim() !== '')
    const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length
    return mean > longestName && mean > name.length * 3
  })
}
