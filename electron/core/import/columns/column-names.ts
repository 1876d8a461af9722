import type { ImportField } from '../../../../shared/contract/imports.ts'

type Names = { exact: readonly string[]; part: readonly string[] }

/** Names people give to the columns, strongest first, in English and German; ä is written ae. */
const names: Record<ImportField, Names> = {
  finalText: {
    exact: [
      'final version',
      'final text',
      'final',
      'final output',
      'final response',
      'final reply',
      'final answer',
      'edited version',
      'edited text',
      'edited',
      'sent text',
      'sent version',
      'sent',
      'corrected version',
      'corrected text',
      'corrected',
      'human version',
      'human edit',
      'published',
      'approved text',
      'endfassung',
      'endversion',
      'finale version',
      'finaler text',
      'korrigiert',
      'korrigierter text',
      'korrigierte version',
      'bearbeitet',
      'bearbeiteter text',
      'bearbeitete version',
      'gesendet',
      'gesendeter text',
      'versendet',
      'gesendete version',
      'korrektur',
    ],
    part: [
      'final',
      'edited',
      'corrected',
      'sent',
      'revised',
      'endfassung',
      'korrigierte',
      'korrigierter',
      'gesendete',
      'gesendeter',
    ],
  },
  aiText: {
    exact: [
      'ai output',
      'ai text',
      'ai response',
      'ai reply',
      'ai answer',
      'ai draft',
      'ai version',
      'model output',
      'model response',
      'llm output',
      'llm response',
      'output',
      'response',
      'reply',
      'answer',
      'completion',
      'draft',
      'generated text',
      'generation',
      'ki ausgabe',
      'ki text',
      'ki antwort',
      'ki entwurf',
      'ki version',
      'antwort',
      'ausgabe',
      'entwurf',
      'ergebnis',
      'result',
      'assistant',
      'text',
      'content',
    ],
    part: [
      'ai',
      'ki',
      'output',
      'response',
      'reply',
      'answer',
      'completion',
      'draft',
      'generated',
      'antwort',
      'ausgabe',
      'entwurf',
    ],
  },
  request: {
    exact: [
      'request',
      'prompt',
      'instruction',
      'question',
      'input',
      'user message',
      'customer message',
      'query',
      'message',
      'user',
      'task',
      'anfrage',
      'kundenanfrage',
      'frage',
      'eingabe',
      'aufgabe',
      'nachricht',
      'anweisung',
      'auftrag',
    ],
    part: [
      'request',
      'prompt',
      'instruction',
      'question',
      'input',
      'message',
      'query',
      'anfrage',
      'frage',
      'eingabe',
      'nachricht',
    ],
  },
  occurredOn: {
    exact: [
      'date',
      'occurred on',
      'created',
      'created at',
      'created on',
      'timestamp',
      'sent at',
      'sent on',
      'time',
      'day',
      'datum',
      'erstellt',
      'erstellt am',
      'gesendet am',
      'zeitstempel',
      'zeitpunkt',
      'tag',
    ],
    part: ['date', 'created', 'timestamp', 'datum', 'erstellt'],
  },
  externalId: {
    exact: [
      'id',
      'external id',
      'output id',
      'ticket id',
      'case id',
      'message id',
      'record id',
      'row id',
      'request id',
      'uuid',
      'ticket',
      'ticket number',
      'case number',
      'reference',
      'ref',
      'ticketnummer',
      'vorgangsnummer',
      'vorgang',
      'nummer',
      'kennung',
      'referenz',
    ],
    part: [],
  },
  person: {
    exact: [
      'person',
      'agent',
      'agent name',
      'editor',
      'edited by',
      'reviewer',
      'reviewed by',
      'author',
      'sent by',
      'handled by',
      'employee',
      'bearbeiter',
      'bearbeiterin',
      'bearbeitet von',
      'mitarbeiter',
      'mitarbeiterin',
      'autor',
      'autorin',
      'pruefer',
      'prueferin',
      'gesendet von',
    ],
    part: [],
  },
  editMinutes: {
    exact: [
      'edit minutes',
      'editing minutes',
      'minutes',
      'minutes edited',
      'minutes spent',
      'correction minutes',
      'edit time',
      'editing time',
      'correction time',
      'edit min',
      'minuten',
      'korrekturminuten',
      'bearbeitungsminuten',
      'korrekturzeit',
      'bearbeitungszeit',
    ],
    part: ['minutes', 'minuten'],
  },
  satisfaction: {
    exact: [
      'satisfaction',
      'customer satisfaction',
      'user satisfaction',
      'csat',
      'rating',
      'stars',
      'zufriedenheit',
      'kundenzufriedenheit',
      'bewertung',
      'sterne',
    ],
    part: ['satisfaction', 'csat', 'rating', 'zufriedenheit'],
  },
}

/** Words that make a column a fact about a text or a thing beside it, not the text itself. */
const aboutText =
  /\b(id|ids|date|time|at|on|by|score|length|count|tokens?|offset|start|end|type|model|name|url|language|lang|status|state|category|rate|duration|cost|price|am|von|datum|zeit|anzahl|typ|sprache)\b/

/** How well a column's name fits a field: 0 not at all, up to 2 for the strongest name. */
export function nameScore(field: ImportField, columnName: string): number {
  const name = plainName(columnName)
  const { exact, part } = names[field]
  const index = exact.indexOf(name)
  if (index !== -1) return 2 - index / 100
  const isText = field === 'aiText' || field === 'finalText' || field === 'request'
  if (isText && aboutText.test(name)) return 0
  const words = name.split(' ')
  const found = part.findIndex((word) => words.includes(word))
  return found === -1 ? 0 : 1 - found / 100
}

/** "aiOutput", "AI-Output" and "ai_output" as "ai output". */
export function plainName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
