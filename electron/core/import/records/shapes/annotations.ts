import { nameScore } from '../../columns/field-names.ts'
import { isRecord, type JsonRecord } from '../../formats/json-value.ts'
import { outputRows } from '../../kinds/outputs.ts'
import { at, own, recordsIn, textIn } from '../cells.ts'
import { idOf, timeOf } from '../known-fields.ts'
import { messageText } from '../message-text.ts'
import type { Opened, Shape } from '../shape.ts'
import { answersOf, turnsOf } from '../turns.ts'

/** What people were asked about an output, by the name of the question. */
type Judged = { texts: [string, string][]; ratings: [string, string][]; others: [string, unknown][] }

/** Tasks of Label Studio: the data, and what an annotator said of it. */
export const labelStudio: Shape = {
  name: 'Label Studio',
  fits: (record) =>
    isRecord(record.data) && (Array.isArray(record.annotations) || Array.isArray(record.completions)),
  open(record) {
    const annotation = recordsIn(record.annotations ?? record.completions)
      .filter((each) => each.was_cancelled !== true)
      .at(-1)
    const prediction = recordsIn(record.predictions).at(-1)
    const judged = judgedIn(recordsIn(annotation?.result))
    const drafted = judgedIn(recordsIn(prediction?.result)).texts[0]?.[1] ?? ''
    return [output(isRecord(record.data) ? record.data : {}, judged, drafted, record)]
  },
}

function judgedIn(results: readonly JsonRecord[]): Judged {
  const judged: Judged = { texts: [], ratings: [], others: [] }
  for (const result of results) {
    const name = textIn(result.from_name)
    const value = isRecord(result.value) ? result.value : {}
    const kind = textIn(result.type)
    const rating = textIn(value.rating ?? value.number)
    if (kind === 'textarea' || Array.isArray(value.text)) judged.texts.push([name, messageText(value.text)])
    else if (rating !== '') judged.ratings.push([name, rating])
    else judged.others.push([name, Object.values(value)[0]])
  }
  return judged
}

/** Records of Argilla: fields, suggestions of a model, responses of people. */
export const argilla: Shape = {
  name: 'Argilla',
  fits: (record) => isRecord(record.fields) && ('responses' in record || 'suggestions' in record),
  open(record) {
    const judged: Judged = { texts: [], ratings: [], others: [] }
    for (const [name, value] of responsesOf(record.responses)) {
      const text = textIn(value)
      if (/^[1-5]$/.test(text)) judged.ratings.push([name, text])
      else if (typeof value === 'string' && /\s/.test(value.trim())) judged.texts.push([name, value])
      else judged.others.push([name, value])
    }
    const asked = judged.texts[0]?.[0]
    return [
      output(
        isRecord(record.fields) ? record.fields : {},
        judged,
        suggestionFor(record.suggestions, asked),
        record,
      ),
    ]
  },
}

/** Both as a list of answer sheets (1.x) and by question (2.x); the last submitted one counts. */
function responsesOf(responses: unknown): [string, unknown][] {
  if (Array.isArray(responses)) {
    const sheet = responses
      .filter(isRecord)
      .filter(({ status }) => status !== 'discarded')
      .at(-1)
    const values = isRecord(sheet?.values) ? sheet.values : {}
    return Object.entries(values).map(([name, value]) => [name, isRecord(value) ? value.value : value])
  }
  if (!isRecord(responses)) return []
  return Object.entries(responses).map(([name, given]) => {
    const kept = recordsIn(given)
      .filter(({ status }) => status !== 'discarded')
      .at(-1)
    return [name, kept ? kept.value : Array.isArray(given) ? given.at(-1) : given]
  })
}

function suggestionFor(suggestions: unknown, question: string | undefined): string {
  if (question === undefined) return ''
  if (isRecord(suggestions)) return textIn(at(suggestions, question, 'value') ?? own(suggestions, question))
  const found = recordsIn(suggestions).find((each) => (each.question_name ?? each.question) === question)
  return textIn(found?.value)
}

/** The AI's text is in the data, or was suggested; what a person wrote of it is the final version. */
function output(data: JsonRecord, judged: Judged, drafted: string, record: JsonRecord): Opened {
  const turns = Object.values(data)
    .map((value) => (Array.isArray(value) ? turnsOf(value) : null))
    .find(Boolean)
  const answer = turns ? answersOf(turns).at(-1) : undefined
  const holdsAiText = Object.keys(data).some((name) => nameScore(outputRows.fields.aiText, name) > 0)
  const draft = answer?.output || (holdsAiText ? '' : drafted)
  const rest = {
    ...Object.fromEntries(
      Object.entries(data).filter(([, value]) => !Array.isArray(value) || turnsOf(value) === null),
    ),
    ...Object.fromEntries(judged.others),
    ...Object.fromEntries(judged.ratings.slice(1)),
    ...Object.fromEntries(judged.texts.slice(1)),
  }
  return {
    fields: {
      ...(draft === '' ? {} : { aiText: draft }),
      ...(answer?.request ? { request: answer.request } : {}),
      finalText: best(judged.texts, outputRows.fields.finalText),
      satisfaction: best(judged.ratings, outputRows.fields.satisfaction),
      externalId: idOf(record),
      occurredOn: timeOf(record),
    },
    rest,
  }
}

function best(named: readonly [string, string][], rule: typeof outputRows.fields.finalText): string {
  const [first] = named.toSorted(([a], [b]) => nameScore(rule, b) - nameScore(rule, a))
  return first?.[1] ?? ''
}
