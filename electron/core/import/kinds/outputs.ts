import type { DateOrder, ImportedRow, ImportField, RowProblem } from '../../../../shared/contract/imports.ts'
import { plainText } from '../../../../shared/domain/text/plain-text.ts'
import type { ColumnFacts } from '../columns/column-facts.ts'
import { nameScore } from '../columns/field-names.ts'
import { plainName } from '../columns/plain-name.ts'
import { type Cells, type FieldRules, type ImportKind, list, type RowReading } from '../kind.ts'
import { limits } from '../limits.ts'
import { counted, quotedValue } from '../refuse.ts'
import { errorReason, isSpreadsheetError } from '../values/cell-errors.ts'
import { orderOf, readDay } from '../values/days.ts'
import { minutesIn, readDuration, type TimeUnit, unitIn } from '../values/durations.ts'
import { readNumber } from '../values/numbers.ts'

const holdsText = ({ words, isFlag, writtenDays }: ColumnFacts) =>
  words >= 0.5 && !isFlag && writtenDays < 0.5

const isLink = (text: string) => /^https?:\/\/\S+$/i.test(text)

const edits =
  'edit|edici|correct|correg|corrig|revis|rework|bewerk|korrektur|korrigier|nachbearbeit|ueberarbeit|überarbeit'
const times =
  'minutes|minutos|minuti|minuten|h+:mm|mm:ss|mins?\\b|seconds|secs?\\b|hours|time|duration|dauer|zeit|minuten|sekunden|stunden'
const aboutEditing = new RegExp(`(${edits}).*(${times})|(${times}).*(${edits})`, 'i')
/** Times that others need: until the reply, until it is solved, on the phone. */
const aboutOthers =
  /first|reply|response|resol|solv|wait|handl|queue|latency|call|talk|idle|onhold|on hold|agent|age\b|antwort|reaktion|loesung|lösung|warte/i
/** What an AI was asked is none of its texts: "AI prompt"; an "answer to the question" is. */
const asked =
  /^(?!.*\b(output|response|reply|answer|completion|draft|generated|suggest\w*|antwort|entwurf|ausgabe|vorschlag)\b).*\b(prompt|question|input|instruction|request|query|frage|anfrage|eingabe|anweisung)\b/
/** How desks call what a customer wrote; elsewhere it may be what the AI wrote, which chooses first. */
const aboutRequest = /\b(description|beschreibung|descripci[oó]n)\b/
/** A mean above this is no time spent editing one output: eight hours, or a working day's minutes without a unit. */
const longestMean = (unit: TimeUnit | null) => (unit === null ? 240 : 480 / minutesIn(unit))

const idNames = list(
  'id|external id|output id|ticket id|issue key|case id|message id|record id|row id|request id|uuid|ticket|ticket number|case number|reference|ref|ticketnummer|vorgangsnummer|vorgang|nummer|kennung|referenz|ids|link|url|permalink|ticket link|ticket url|conversation link|conversation url|links|urls',
)
/** IDs of someone or something beside the output, and numbers that count. */
const idOfOthers =
  /\b(customer|client|kunden?|user|agent|employee|staff|person|reviewer|account|konto|entity|model|prompt|phone|tel|telefon|fax|zip|postcode|plz|of|words?|tokens?|count|row|zeile|line|age|min|mins|minutes|hours|seconds|days|amount|total|time|duration|score|version|week|woche)\b/
const holdsIds = ({ filled, meanLength, samples }: ColumnFacts) =>
  filled > 0 &&
  (meanLength <= 100 || samples.every(isLink)) &&
  samples.some((sample) => sample.split(/\s+/).length <= 3)

/**
 * Names in English and German; ä is written ae. The final version chooses before the AI text, as "final response"
 * names both.
 */
const fields: FieldRules<ImportField> = {
  finalText: {
    names: list(
      'final version|final text|final|post edited|post edit|correction|final output|final response|final reply|final answer|edited version|edited text|edited|sent text|sent version|sent|corrected version|corrected text|corrected|human version|human edit|published|approved text|revision|corrected answer|corrected output|endfassung|endversion|finale version|finaler text|korrigiert|korrigierter text|korrigierte version|bearbeitet|bearbeiteter text|bearbeitete version|gesendet|gesendeter text|versendet|gesendete version|korrektur|agent reply|agent response|agent answer|human reply|human response|human answer|staff reply',
    ),
    words: list(
      'final|edited|corrected|sent|revised|endfassung|korrigierte|korrigierter|gesendete|gesendeter|after|nachher|envoyée|envoyé|corrigée|corrigé|enviada|enviado|corregida|corregido|definitiva|inviata|inviato|corretta|corretto|verzonden|verstuurd|skickat|published|wysłana|wysłany|ostateczna|poprawiona',
    ),
    isText: true,
    fits: holdsText,
  },
  aiText: {
    names: list(
      'ai output|ai text|ai response|ai reply|ai answer|ai draft|ai version|model output|model response|llm output|llm response|output|response|reply|answer|completion|draft|generated text|generation|ki ausgabe|ki text|ki antwort|ki entwurf|ki version|antwort|ausgabe|entwurf|ergebnis|result|assistant|text|content',
    ),
    // promptfoo names the provider and the prompt.
    pattern: /^\[[\w-]+(:[^\]]*)?\] /,
    words: list(
      'ai|ki|ia|bot|assistant|output|response|reply|answer|completion|draft|suggested|suggestion|generated|antwort|ausgabe|entwurf|vorschlag|before|vorher|original|resps|copilot|mt',
    ),
    isText: true,
    fits: holdsText,
    never: asked,
    byContent: (facts) => {
      if (!holdsText(facts) || facts.days >= 0.5) return 0
      // Data that nobody wrote as a text, where any other column holds one.
      return facts.isData ? 0.01 : facts.meanLength
    },
    needed: 'Choose the column that holds what the AI wrote, or the one of the IDs.',
  },
  request: {
    names: list(
      'request|prompt|instruction|question|input|user message|customer message|query|q|message|messages|user|task|anfrage|kundenanfrage|frage|eingabe|aufgabe|nachricht|anweisung|auftrag',
    ),
    words: list(
      'request|prompt|instruction|question|input|message|query|ask|asked|anfrage|frage|eingabe|nachricht|pregunta|consulta|demande|domanda|vraag|mensaje|messaggio|pergunta|pytanie|brief',
    ),
    isText: true,
    fits: holdsText,
    byContent: (facts) =>
      holdsText(facts) && aboutRequest.test(plainName(facts.name)) ? facts.meanLength : 0,
  },
  occurredOn: {
    names: list(
      'date|occurred on|created|created at|created on|timestamp|sent at|sent on|time|day|datum|erstellt|erstellt am|gesendet am|zeitstempel|zeitpunkt|tag|started at|start time|start time unix nano',
    ),
    isDate: true,
    words: list('date|created|timestamp|datum|erstellt'),
    fits: ({ days }) => days >= 0.6,
    byContent: ({ writtenDays, filled }) => (writtenDays >= 0.8 ? filled : 0),
  },
  externalId: {
    names: idNames,
    // "Report #", "Auftrags-Nr."
    pattern: /(#|№|n°|nº)\s*$|(?<!(kunden|telefon|konto|haus|personal|modell)[- ]?)(nummer|nr\.?)$/i,
    words: list(
      'id|ids|uuid|guid|no|nr|number|nummer|num|ref|reference|referenz|kennung|key|code|ticket|case|link|url',
    ),
    never: idOfOthers,
    fits: (facts) => holdsIds(facts) && (idNames.includes(plainName(facts.name)) || facts.key !== null),
    byContent: ({ key, name, minutes, filled }) =>
      key === 'mixed' && minutes < 0.5 && !idOfOthers.test(plainName(name)) ? filled : 0,
  },
  person: {
    names: list(
      'person|agent|agent name|editor|edited by|reviewer|reviewed by|author|sent by|handled by|employee|bearbeiter|bearbeiterin|bearbeitet von|mitarbeiter|mitarbeiterin|autor|autorin|pruefer|prueferin|gesendet von',
    ),
    fits: ({ words, meanLength }) => words >= 0.5 && meanLength <= 60,
  },
  editMinutes: {
    names: list(
      'edit minutes|editing minutes|minutes|minutes edited|minutes spent|correction minutes|edit time|editing time|correction time|edit min|minuten|korrekturminuten|bearbeitungsminuten|korrekturzeit|bearbeitungszeit',
    ),
    pattern: aboutEditing,
    fits: ({ name, minutes, meanNumber }) =>
      minutes >= 0.8 && !aboutOthers.test(name) && meanNumber <= longestMean(unitIn(name)),
  },
  satisfaction: {
    names: list(
      'satisfaction|customer satisfaction|user satisfaction|csat|rating|stars|zufriedenheit|kundenzufriedenheit|bewertung|sterne',
    ),
    words: list('satisfaction|satisfied|csat|rating|zufriedenheit|zufrieden'),
    never: /\bsuggest/,
    fits: ({ scores }) => scores >= 0.8,
  },
}

/** A short text that no name tells is no output where the rows have IDs: they come in by reference. */
const shortestOutput = 20
export const isHardlyText = ({ meanLength, name }: ColumnFacts) =>
  meanLength < shortestOutput && nameScore(fields.aiText, name) === 0

/** What was written with AI, to be reviewed. Large files: read in the worker, batch by batch. */
export const outputRows: ImportKind<ImportField, ImportedRow, { dateOrder: DateOrder }> = {
  none: 'so no outputs',
  withJson: true,
  fields,
  readRow,
}

/** A value read from a cell, or the reason it could not be read. */
type Reading<T> = { value: T; note?: string } | { reason: string }

/**
 * Turns the fields of one row into an output. Without AI text nothing is kept; an unreadable optional
 * value is left out and listed. `columns` names each field's column for the problems.
 */
function readRow(
  row: number,
  values: Cells<ImportField>,
  options: { dateOrder: DateOrder; columns: Cells<ImportField> },
): RowReading<ImportedRow> {
  const problems: RowProblem[] = []
  const column = (field: ImportField) => options.columns[field] ?? null
  const optional = <T>(field: ImportField, read: (text: string) => Reading<T>): T | null => {
    const text = (values[field] ?? '').trim()
    if (text === '') return null
    const reading = isSpreadsheetError(text) ? { reason: errorReason(text) } : read(values[field] ?? '')
    const reason = 'value' in reading ? reading.note : reading.reason
    if (reason !== undefined) problems.push({ row, column: column(field), reason, kept: true })
    return 'value' in reading ? reading.value : null
  }

  const isReference = options.columns.aiText === undefined
  const aiText = isReference ? readReference(values.externalId ?? '') : readAiText(values.aiText ?? '')
  if ('reason' in aiText) {
    const named = column(isReference ? 'externalId' : 'aiText')
    return { item: null, problems: [{ row, column: named, reason: aiText.reason, kept: false }] }
  }
  const item = {
    row,
    aiText: aiText.value,
    finalText: isReference ? null : optional('finalText', readText),
    request: isReference ? null : optional('request', readText),
    occurredOn: optional('occurredOn', (text) => readDate(text, options.dateOrder)),
    externalId: optional('externalId', readLabel),
    person: optional('person', readLabel),
    editMinutes: optional('editMinutes', (text) => readMinutes(text, unitIn(column('editMinutes') ?? ''))),
    satisfaction: optional('satisfaction', readSatisfaction),
  }
  return { item, problems }
}

/** By reference no text is kept: an output is its ID or link alone. */
const readReference = (text: string): Reading<string> =>
  text.trim() === '' ? { reason: 'There is no ID or link in this row, so it was left out.' } : { value: '' }

function readAiText(text: string): Reading<string> {
  if (text.trim() === '') return { reason: 'There is no AI text in this row, so it was left out.' }
  if (/^\s*\[ERROR\]/.test(text)) return { reason: 'This call failed, so there is no output.' }
  const reading = readText(text)
  return 'value' in reading ? reading : { reason: `${reading.reason} The row was left out.` }
}

function readText(text: string): Reading<string> {
  if (isSpreadsheetError(text)) return { reason: errorReason(text) }
  if (text.length > limits.textLength) {
    const length = counted(text.length)
    return { reason: `The text has ${length} characters; the most is ${counted(limits.textLength)}.` }
  }
  return { value: plainText(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text) }
}

function readLabel(text: string): Reading<string> {
  const value = text.trim()
  const most = isLink(value) ? limits.linkLength : limits.labelLength
  return value.length <= most
    ? { value }
    : { reason: `The value has ${counted(value.length)} characters; the most is ${counted(most)}.` }
}

function readDate(text: string, order: DateOrder): Reading<string> {
  const value = readDay(text, order)
  if (value === null)
    return { reason: `${quotedValue(text)} is not a date Evenkeel can read. Write it as 2026-03-31.` }
  const only = orderOf(text)
  if (only === null || only === order) return { value }
  const read = only === 'day-first' ? 'the day first' : 'the month first'
  return {
    value,
    note: `${quotedValue(text)} only makes sense with ${read}, unlike the other dates. It was read as ${value}: check it.`,
  }
}

function readMinutes(text: string, unit: TimeUnit | null): Reading<number> {
  const value = readDuration(text, unit ?? 'minutes')
  if (value === null)
    return { reason: `${quotedValue(text)} is not a number of minutes. Write it as 6 or 6.5.` }
  return value >= 0 && value <= 10_000
    ? { value }
    : { reason: `${quotedValue(text)} minutes is outside 0 to 10,000.` }
}

function readSatisfaction(text: string): Reading<number> {
  const value = text.includes('%') ? null : readNumber(text.replace(/\s*(\/|of|von)\s*5\s*$/i, ''))
  return value !== null && Number.isInteger(value) && value >= 1 && value <= 5
    ? { value }
    : { reason: `${quotedValue(text)} is not a satisfaction from 1 to 5.` }
}
