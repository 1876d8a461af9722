import type { LogField, LogMapping } from '../../../shared/contract/changes.ts'
import { type ColumnFacts, createColumnObserver } from './column-facts.ts'
import { plainName } from './column-names.ts'
import { columnName, type TableRow } from './table.ts'
import type { WholeTable } from './whole-table.ts'

/** Names people give to the columns of a change log, strongest first, in English and German; ä is written ae. */
const names: Readonly<Record<LogField, readonly string[]>> = {
  onDate:
    'date|change date|date of change|changed on|changed at|when|day|datum|aenderungsdatum|datum der aenderung|geaendert am|wann|tag'.split(
      '|',
    ),
  workflow:
    'workflow|workflows|ai workflow|system|ai system|use case|process|tool|ki workflow|arbeitsablauf|ablauf|ki system|anwendungsfall|prozess|werkzeug'.split(
      '|',
    ),
  kind: 'kind|type|kind of change|change type|category|area|art|typ|art der aenderung|aenderungsart|kategorie|bereich'.split(
    '|',
  ),
  what: 'what|what changed|change|changes|description|summary|title|was|was geaendert wurde|was wurde geaendert|aenderung|aenderungen|beschreibung|titel'.split(
    '|',
  ),
  from: 'from|old|old value|old wording|previous|previous wording|von|alt|alter wert|alter wortlaut|bisher'.split(
    '|',
  ),
  to: 'to|new|new value|new wording|nach|auf|neu|neuer wert|neuer wortlaut'.split('|'),
  why: 'why|reason|rationale|because|warum|grund|begruendung|weshalb|anlass'.split('|'),
  before: 'before|editing before|before the change|value before|vorher|davor|wert vorher'.split('|'),
  after: 'after|editing after|after the change|value after|nachher|danach|wert nachher'.split('|'),
  decidedBy:
    'decided by|who decided|who|decision by|changed by|by|owner|person|entschieden von|wer hat entschieden|wer|geaendert von|verantwortlich|person'.split(
      '|',
    ),
  approvedBy:
    'approved by|who approved|approver|approval|freigegeben von|genehmigt von|freigabe|genehmigung'.split(
      '|',
    ),
}
const fields = Object.keys(names) as LogField[]
const headerAmong = 10

export type LogColumns = { columns: ColumnFacts[]; rows: TableRow[]; guess: LogMapping }

/** Finds the header, which may stand below a title, and guesses which column holds which field. */
export function logColumns({ columns, rows }: WholeTable): LogColumns {
  const at = headerRow(columns, rows)
  const header = at === -1 ? columns : Array.from(columns, (_, index) => rows[at]?.cells[index] ?? '')
  const below = rows.slice(at + 1)
  const observers = header.map((_, index) => createColumnObserver(index))
  for (const { cells, rejected } of below) {
    if (rejected === undefined) observers.forEach((observer, index) => void observer.add(cells[index] ?? ''))
  }
  const facts = observers.map((observer, index) => observer.facts(columnName(header[index], index)))
  return { columns: facts, rows: below, guess: guessFields(facts) }
}

/** The row with the most columns known by name, or -1 where the first row of the file has as many. */
function headerRow(columns: readonly string[], rows: readonly TableRow[]): number {
  const candidates = [columns, ...rows.slice(0, headerAmong).map(({ cells }) => cells)]
  const known = candidates.map((cells) => fields.filter((field) => bestColumn(field, cells) !== -1).length)
  const most = Math.max(...known)
  return most < 2 ? -1 : known.indexOf(most) - 1
}

function guessFields(columns: readonly ColumnFacts[]): LogMapping {
  const header = columns.map(({ name }) => name)
  const guess: LogMapping = {}
  for (const field of fields) {
    const index = bestColumn(field, header)
    if (index !== -1) guess[field] = index
  }
  if (guess.onDate === undefined) {
    const dated = columns.find(({ writtenDays }) => writtenDays >= 0.8)
    if (dated) guess.onDate = dated.index
  }
  return guess
}

function bestColumn(field: LogField, header: readonly string[]): number {
  const plain = Array.from(header, (name) => plainName(name ?? ''))
  const name = names[field].find((candidate) => plain.includes(candidate))
  return name === undefined ? -1 : plain.indexOf(name)
}
