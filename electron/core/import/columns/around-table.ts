import type { LeftOutWhy } from '../../../../shared/contract/imports.ts'
import type { TableRow } from '../table.ts'
import { readNumber } from '../values/numbers.ts'
import { filledIn, usualWidth } from './find-header.ts'

const total =
  /^(?:(?:grand|overall|report|running|sub|row|record|item)[ -]?)?(?:totals?|sum|average|avg|mean|median|count|number of|gesamt\p{L}*|summe|zwischensumme|durchschnitt|mittelwert|anzahl|totale?|somme|suma|totaal|moyenne|promedio)\b/iu
const note =
  /^(generated|exported|created|printed|prepared|report|end of|page \d|source|applied filters|filters?:|confidential|copyright|©|rows?:|records?:|note:|legend|erstellt|exportiert|erzeugt|stand:|seite \d|ende|quelle|vertraulich|hinweis|filter:)/i
const longestLabel = 60
/** With fewer rows nobody can tell what they usually fill. */
const knownFrom = 4

/** Tells rows that stand around a table from rows of it, by what its first rows look like. */
export function createSurroundings(names: readonly string[], firsts: readonly TableRow[]) {
  const cells = withoutRemarks(firsts.map((row) => row.cells))
  const usual = usualWidth(cells)
  const textColumn = longestColumn(cells)
  const header = names.map((name) => name.trim())
  const isKnown = cells.length >= knownFrom && usual >= 3
  const isNarrow = (row: TableRow) => isKnown && filledIn(row.cells) <= usual / 3

  function isTotal({ cells }: TableRow): boolean {
    const [label, ...rest] = cells.map((cell) => cell.trim()).filter(Boolean)
    if (label === undefined || usual < 2 || label.length > longestLabel || !total.test(label)) return false
    return (
      rest.every((value) => readNumber(value) !== null) && (rest.length > 0 || isNarrow({ row: 0, cells }))
    )
  }

  return {
    /** What a row is where it is none of the table; null for a row of it. */
    whatIs(row: TableRow): LeftOutWhy | null {
      if (row.isHidden) return 'hidden'
      if (header.length > 1 && header.every((name, column) => name === (row.cells[column] ?? '').trim())) {
        return 'header'
      }
      if (isRuler(row.cells)) return 'header'
      return isTotal(row) ? 'total' : null
    },
    /** Whether a row can stand below a table: a remark, or next to nothing and no text where the texts are. */
    isFooter(row: TableRow): boolean {
      if (!isNarrow(row)) return false
      const first = row.cells.find((cell) => cell.trim() !== '')?.trim() ?? ''
      return (filledIn(row.cells) === 1 && note.test(first)) || (row.cells[textColumn] ?? '').trim() === ''
    },
  }
}

/** "-----,-----,-----": the line a database draws below its header. */
const isRuler = (cells: readonly string[]) =>
  filledIn(cells) > 1 && cells.every((cell) => /^[-=+:_ ]*$/.test(cell))

/** A long footer below a short table says nothing about what the rows usually fill. */
function withoutRemarks(rows: readonly (readonly string[])[]) {
  const last = rows.findLastIndex((cells) => filledIn(cells) > 1)
  return last === -1 ? rows : rows.slice(0, last + 1)
}

/** The column with the longest texts. */
function longestColumn(rows: readonly (readonly string[])[]): number {
  const lengths: number[] = []
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) lengths[column] = (lengths[column] ?? 0) + cell.length
  }
  return lengths.reduce((best, length, column) => ((length ?? 0) > (lengths[best] ?? 0) ? column : best), 0)
}
