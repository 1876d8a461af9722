import type { ChangeKind, LogField } from '../../../../shared/contract/changes.ts'
import type { DateOrder, RowProblem } from '../../../../shared/contract/imports.ts'
import { changeKindLabels } from '../../change-log-file.ts'
import { plainName } from '../columns/plain-name.ts'
import { type Cells, type FieldRules, type ImportKind, list, type RowReading } from '../kind.ts'
import { counted, quotedValue } from '../refuse.ts'
import { errorReason, isSpreadsheetError } from '../values/cell-errors.ts'
import { orderOf, readDay } from '../values/days.ts'
import { readNumber } from '../values/numbers.ts'

/** One row of a change log as read; shares are fractions, `workflows` is the cell as written. */
export type LogEntry = {
  row: number
  onDate: string
  workflows: string
  kind: ChangeKind
  what: string
  from: string
  to: string
  why: string
  decidedBy: string
  approvedBy: string
  before: number | null
  after: number | null
}

export type LogOptions = {
  dateOrder: DateOrder
  today: string
  /** A log saved by Evenkeel: its shares are fractions, also those above 1. */
  isOwn: boolean
  /** The file holds dates in both orders, so that one that fits both is a guess. */
  isMixed: boolean
}

const measured =
  'taux|tasa|tasso|rate|score|quality|edit\\w*|errors?|rework|accuracy|\\w*quote|qualitaet|qualität|fehler\\w*'
const worded = 'prompt|wording|text|instructions?|model|version|value|wortlaut|anweisung'
const earlier = 'vor|avant|antes|prima|before|prior|previous|old|baseline|vorher|davor|bisher|alt'
const later = 'nach|après|después|dopo|post|after|new|now|nachher|danach|neu|jetzt'
/** A name with one word of each list, in either order: "Error rate before", "New rate". */
const both = (first: string, second: string) =>
  new RegExp(`\\b(${first})\\b.*\\b(${second})\\b|\\b(${second})\\b.*\\b(${first})\\b`, 'i')
const by = '\\s+(by|von|durch|par|por|da|door)\\b'

const verdict =
  /^(approved|not approved|rejected|pending|requested|open|done|ok|genehmigt|freigegeben|offen)$/i

/** Names in English and German; ä is written ae. */
const fields: FieldRules<LogField> = {
  onDate: {
    names: list(
      'date|change date|date of change|changed on|changed at|when|day|datum|aenderungsdatum|datum der aenderung|geaendert am|wann|tag|effective date|released on|release date|live on|live since|went live|deployed on|implemented on|actual end date|resolved|closed|live seit|umgesetzt am|fecha|data|datum van wijziging',
    ),
    isDate: true,
    words: list('date|datum|fecha'),
    never: /\b(planned|due|created|requested|next|geplant)\b/,
    byContent: ({ writtenDays }) => (writtenDays >= 0.8 ? 1 : 0),
    needed: 'Choose the column that holds the date.',
  },
  workflow: {
    names: list(
      'workflow|workflows|ai workflow|system|ai system|use case|process|tool|ki workflow|arbeitsablauf|ablauf|ki system|anwendungsfall|prozess|werkzeug',
    ),
  },
  kind: {
    names: list(
      'kind|type|kind of change|change type|category|area|art|typ|art der aenderung|aenderungsart|kategorie|bereich',
    ),
  },
  what: {
    names: list(
      'what|what changed|change description|change|changes|summary|title|short description|description|was|was geaendert wurde|was wurde geaendert|aenderung|aenderungen|beschreibung|titel|modification|changement|cambio|modifica|wijziging|name|section|page|topic|abschnitt|seite|thema',
    ),
    words: list(
      'changed|change|changes|aenderung|geaendert|geändert|angepasst|title|details|detail|description|beschreibung',
    ),
    never:
      /\b(id|no|number|by|date|on|who|why|reason|before|after|rate|score|type|kind|von|durch|datum|warum|nummer)\b/,
    needed: 'Choose the column that says what changed.',
  },
  from: {
    names: list(
      'from|old|old value|old wording|previous|previous wording|von|alt|alter wert|alter wortlaut|bisher',
    ),
    pattern: both(worded, earlier),
  },
  to: {
    names: list('to|new|new value|new wording|nach|auf|neu|neuer wert|neuer wortlaut'),
    pattern: both(worded, later),
  },
  why: {
    names: list(
      'why|reason|rationale|justification|because|warum|grund|begruendung|weshalb|anlass|raison|motif|motivo|razón|reden',
    ),
    words: list(
      'why|reason|rationale|because|warum|grund|begruendung|motivation|notes|note|comment|notizen|details|description|beschreibung',
    ),
  },
  before: {
    names: list(
      'before|quality before|score before|editing before|rate before|editing rate before|result before|metric before|qualitaet vorher|qualitaet davor|before the change|value before|vorher|davor|wert vorher|baseline',
    ),
    pattern: both(measured, earlier),
  },
  after: {
    names: list(
      'after|quality after|score after|editing after|rate after|editing rate after|result after|metric after|qualitaet nachher|qualitaet danach|after the change|value after|nachher|danach|wert nachher',
    ),
    pattern: both(measured, later),
  },
  decidedBy: {
    names: list(
      'decided by|author|changed by|made by|edited by|autor|autorin|responsible|who decided|who|decision by|changed by|by|owner|person|entschieden von|wer hat entschieden|wer|geaendert von|verantwortlich|verantwortliche person|person|auteur|responsable|autore|verantwoordelijke|reporter|assignee',
    ),
    pattern: new RegExp(
      `^(requested|decided|changed|made|proposed|implemented|done|initiated|modified|entschieden|beschlossen|geändert|umgesetzt|modifié|décidé|decidido|modificado)${by}`,
      'i',
    ),
  },
  approvedBy: {
    names: list(
      'approved by|approved|signed off by|signed off|sign off|reviewed by|released by|who approved|approver|approval|freigegeben|genehmigt|abgenommen von|freigegeben von|genehmigt von|freigabe|genehmigung|reviewer|signoff',
    ),
    pattern: new RegExp(
      `^(approved|signed.off|ok|okayed|released|authori[sz]ed|reviewed|freigegeben|freigabe|genehmigt|genehmigung|abgenommen|approuvé|validé|aprobado|approvato|goedgekeurd)${by}`,
      'i',
    ),
    // "Approved" and "yes" are nobody.
    fits: ({ isFlag, samples }) => !isFlag && !samples.every((sample) => verdict.test(sample)),
  },
}

/** What was changed, when, why and by whom. */
export const logRows: ImportKind<LogField, LogEntry, LogOptions> = {
  none: 'so there is no log in it',
  withJson: false,
  fields,
  readRow,
}

const longest = { what: 2_000, why: 20_000, from: 400_000, to: 400_000, name: 200 } as const

const kinds: Readonly<Record<ChangeKind, readonly string[]>> = {
  foundation: [
    'foundation',
    'knowledge',
    'knowledge base',
    'content',
    'wissen',
    'inhalt',
    'grundlage',
    'grundlagen',
    'wissensbasis',
  ],
  prompt: ['prompt', 'prompts', 'anweisung'],
  model: ['model', 'modell', 'ki modell', 'ai model'],
  measure: ['measure', 'measurement', 'messung', 'mass'],
  other: ['other', 'sonstiges', 'andere', 'anderes'],
}

/**
 * A share written by hand, as a fraction: with a per cent sign, or above 1, it is per cent, otherwise a fraction.
 * So "15 %", "0,15" and "15" are all 0.15, and "1" is the whole. Null for anything else, and outside 0 to 1,000 %.
 */
export function readShare(text: string, { isFraction = false } = {}): number | null {
  const value = text.trim()
  const isPercent = /(%|per ?cent|prozent)$/i.test(value)
  const number = readNumber(value.replace(/\s*(per ?cent|prozent)$/i, ''))
  if (number === null || number < 0) return null
  const share = isPercent || (number > 1 && !isFraction) ? Number((number / 100).toPrecision(12)) : number
  return share <= 10 ? share : null
}

/** Without a date or what changed nothing is kept; an unreadable other value is left out and listed. */
function readRow(
  row: number,
  cells: Cells<LogField>,
  { dateOrder, today, columns, isOwn, isMixed }: LogOptions & { columns: Cells<LogField> },
): RowReading<LogEntry> {
  const problems: RowProblem[] = []
  const report = (field: LogField, reason: string, kept: boolean) => {
    problems.push({ row, column: columns[field] ?? null, reason, kept })
  }
  const text = (field: LogField, most: number, kept = true): string => {
    const cell = cells[field] ?? ''
    const value = cell.trim()
    const reason = unreadable(value, most)
    if (reason !== null) report(field, reason, kept)
    if (value === '' || reason !== null) return ''
    return field === 'from' || field === 'to' ? cell : value
  }
  const share = (field: LogField): number | null => {
    const cell = (cells[field] ?? '').trim()
    const value = readShare(cell, { isFraction: isOwn })
    if (cell !== '' && value === null) {
      report(field, `${quotedValue(cell)} is not a percentage. Write it as 15% or 0.15.`, true)
    }
    return value
  }

  const onDate = readOnDate(cells.onDate ?? '', dateOrder, today, (reason) => report('onDate', reason, false))
  const what = text('what', longest.what, false)
  if (what === '' && !problems.some(({ column }) => column === columns.what)) {
    report('what', 'What changed is missing, so the row was left out.', false)
  }
  if (onDate === null || what === '') return { item: null, problems: problems.filter(({ kept }) => !kept) }
  const item: LogEntry = {
    row,
    onDate,
    workflows: text('workflow', longest.why),
    kind: readKind(text('kind', longest.name), (reason) => report('kind', reason, true)),
    what,
    from: text('from', longest.from),
    to: text('to', longest.to),
    why: text('why', longest.why),
    decidedBy: text('decidedBy', longest.name),
    approvedBy: text('approvedBy', longest.name),
    before: share('before'),
    after: share('after'),
  }
  if (isMixed && isAmbiguous(cells.onDate ?? '')) {
    const reason = `${quotedValue(cells.onDate ?? '')} fits both orders of day and month, and this file holds both. It was read as ${onDate}: check it.`
    report('onDate', reason, true)
  }
  return { item, problems }
}

function readOnDate(
  cell: string,
  order: DateOrder,
  today: string,
  report: (reason: string) => void,
): string | null {
  const day = readDay(cell, order)
  if (cell.trim() === '') report('The date is missing, so the row was left out.')
  else if (day === null)
    report(`${quotedValue(cell)} is not a date Evenkeel can read. Write it as 2026-03-31.`)
  else if (day > today) report(`${quotedValue(cell)} is in the future, so the row was left out.`)
  else return day
  return null
}

const isAmbiguous = (cell: string) => {
  const [first = '', second = ''] = cell.trim().split(/[-/.]\s?/)
  return /^\d{1,2}[-/.]\s?\d{1,2}[-/.]/.test(cell.trim()) && orderOf(cell) === null && first !== second
}

function readKind(cell: string, report: (reason: string) => void): ChangeKind {
  const plain = plainName(cell)
  if (plain === '') return 'other'
  const found = (Object.keys(kinds) as ChangeKind[]).find(
    (kind) => kinds[kind].includes(plain) || plainName(changeKindLabels[kind]) === plain,
  )
  if (!found) report(`${quotedValue(cell)} is not a kind Evenkeel knows, so it was kept as Other.`)
  return found ?? 'other'
}

function unreadable(value: string, most: number): string | null {
  if (isSpreadsheetError(value)) return errorReason(value)
  if (value.length <= most) return null
  return `The text has ${counted(value.length)} characters; the most is ${counted(most)}.`
}
