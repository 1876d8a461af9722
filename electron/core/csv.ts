import Papa from 'papaparse'

/** A cell a spreadsheet program might run as a formula, full-width forms included. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/

/**
 * A table as CSV for Excel: UTF-8 with byte order mark, CRLF. A text that could run as a formula gets an
 * apostrophe in front; `unescapeFormula` takes it off again. Numbers stay numbers.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  const body = Papa.unparse(rows as (string | number | null)[][], {
    newline: '\r\n',
    escapeFormulae: formula,
  })
  return `\uFEFF${body}\r\n`
}

/** Undoes the apostrophe that `csvText` puts before a possible formula. */
export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
