import type { LogField } from '../../../../shared/contract/changes.ts'
import type { WholeTable } from '../whole-table.ts'
import { type NamedColumns, namedColumns } from './named-columns.ts'

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

export type LogColumns = NamedColumns<LogField>

/** Finds the header, which may stand below a title, and guesses which column holds which field. */
export function logColumns(table: WholeTable): LogColumns {
  const found = namedColumns(table, names)
  const dated = found.columns.find(({ writtenDays }) => writtenDays >= 0.8)
  return found.guess.onDate === undefined && dated
    ? { ...found, guess: { ...found.guess, onDate: dated.index } }
    : found
}
