import { nameScore } from '../../columns/field-names.ts'
import { isRecord, type JsonRecord } from '../../formats/json-value.ts'
import { outputRows } from '../../kinds/outputs.ts'
import { firstOf, opened, recordsIn, textIn } from '../cells.ts'
import { idOf, restOf, timeOf } from '../known-fields.ts'
import { messageText } from '../message-text.ts'
import { type Opened, openTurns, type Shape } from '../shape.ts'
import { isMachineName, type Speaker, speakerOf } from '../speakers.ts'
import { isConversation, transcriptTurns } from '../transcript.ts'
import { type People, type Turn, turnsOf } from '../turns.ts'

/** Conversations of Intercom: the first message stands apart from the parts that answer it. */
export const intercom: Shape = {
  name: 'Intercom',
  fits: (record) => isRecord(record.source) && isRecord(record.conversation_parts),
  open(record) {
    const parts = isRecord(record.conversation_parts)
      ? recordsIn(record.conversation_parts.conversation_parts)
      : []
    const spoken = parts.filter(({ part_type }) => part_type !== 'note')
    const source = isRecord(record.source) ? { created_at: record.created_at, ...record.source } : {}
    return openTurns(turnsOf([source, ...spoken]) ?? [], record, ['source', 'conversation_parts'])
  },
}

/** Tickets of Zendesk with their comments; who wrote one is told by the ids of the ticket. */
export const zendesk: Shape = {
  name: 'Zendesk',
  fits: (record) =>
    recordsIn(record.comments).some((comment) => 'author_id' in comment) && 'requester_id' in record,
  open(record) {
    const comments = recordsIn(record.comments)
    const turns = comments.map((comment) => zendeskTurn(comment, record))
    const asked = turns.some(({ by }) => by === 'person')
    const description: Turn[] = asked
      ? []
      : [
          {
            by: 'person',
            text: textIn(record.description) || textIn(record.subject),
            id: '',
            at: '',
            name: '',
          },
        ]
    return openTurns([...description, ...turns], record, [
      'comments',
      'description',
      'requester_id',
      'assignee_id',
    ])
  },
}

function zendeskTurn(comment: JsonRecord, ticket: JsonRecord): Turn {
  const author = isRecord(comment.author) ? comment.author : {}
  const via = isRecord(comment.via) ? textIn(comment.via.channel) : ''
  const name = textIn(author.name)
  const isAi = /bot|ai_agent/.test(via) || isMachineName(name) || isMachineName(textIn(author.role))
  const isPerson = comment.author_id === ticket.requester_id
  // A note that no customer sees is no reply, unless the AI left its draft there.
  const by = isPerson ? 'person' : isAi ? 'ai' : comment.public === false ? 'other' : 'staff'
  const text = messageText(firstOf(comment, ['plain_body', 'body', 'html_body']))
  return { by, text, id: textIn(comment.id), at: textIn(comment.created_at), name }
}

/** Answers of MT-bench: one a turn. */
export const mtBench: Shape = {
  name: 'MT-bench',
  fits: (record) =>
    recordsIn(record.choices).some(({ turns }) => Array.isArray(turns)) && 'question_id' in record,
  open: (record) =>
    recordsIn(record.choices).flatMap(({ turns }): Opened[] =>
      (Array.isArray(turns) ? turns : []).map((text) => ({
        fields: { aiText: messageText(text), externalId: idOf(record), occurredOn: timeOf(record) },
        rest: restOf(record, ['choices']),
      })),
    ),
}

/** What the activity calls a request, in any language: "Prompted …", "Eingegebener Prompt: …". */
const asked =
  /^(Prompted|Asked|Said|Gefragt:?|[^:?.!]{0,30}\bprompt\b[^:?.!]{0,20}:|(Vous avez|Hai|Has|Você|Je hebt) [^:?.!]{2,20}\s?:)\s+/iu

/** Google Takeout of the Gemini apps: what was asked is a title, the answer a page beside it. */
export const geminiActivity: Shape = {
  name: 'Gemini activity',
  fits: ({ header, title }) => typeof title === 'string' && /gemini|bard/i.test(textIn(header)),
  open(record) {
    const text =
      recordsIn(record.safeHtmlItem)
        .map(({ html }) => textIn(html))
        .join('\n') ||
      recordsIn(record.subtitles)
        .map(({ name }) => textIn(name))
        .join('\n')
    if (text.trim() === '') return []
    const request = textIn(record.title).replace(asked, '')
    return [{ fields: { aiText: text, request, occurredOn: timeOf(record) }, rest: {} }]
  },
}

const deepest = 4

/** What was said before the request is no part of the answer beside it. */
const earlier = /histor|previous|context/i
const holdsAnswer = (record: JsonRecord) =>
  Object.entries(record).some(
    ([key, value]) =>
      typeof value === 'string' && value.trim() !== '' && nameScore(outputRows.fields.aiText, key) > 1,
  )

/** Who takes part, where a record lists them apart from what they said. */
function peopleIn(record: JsonRecord): People {
  const people = new Map<string, { by: Speaker; name: string }>()
  for (const list of Object.values(record)) {
    for (const each of recordsIn(list)) {
      const by = messageText(each) === '' ? speakerOf(each) : null
      const id = textIn(each.id)
      if (by !== null && id !== '') people.set(id, { by, name: textIn(each.name) })
    }
  }
  return people
}

type Found = { turns: Turn[]; key: string }

/** The first conversation in a record, however deep, as a list of messages or written out. */
function conversationIn(record: JsonRecord, depth = deepest, people = peopleIn(record)): Found | null {
  const entries = Object.entries(record).map(([key, value]) => [key, opened(value)] as const)
  for (const [key, value] of entries) {
    if (earlier.test(key) && holdsAnswer(record)) continue
    const turns = Array.isArray(value)
      ? turnsOf(value, people)
      : typeof value === 'string'
        ? transcriptTurns(value)
        : null
    if (turns !== null && isConversation(turns)) return { turns, key }
  }
  if (depth === 0) return null
  for (const [key, value] of entries) {
    const found = isRecord(value) ? conversationIn(value, depth - 1, people) : null
    if (found !== null) return { ...found, key }
  }
  return null
}

/** Any record that holds a conversation: chat fine-tuning, ShareGPT, Copilot Studio, Gemini, and the like. */
export const conversations: Shape = {
  name: 'Conversations',
  fits: (record) => conversationIn(record) !== null,
  open(record) {
    const found = conversationIn(record)
    return found === null ? [] : openTurns(found.turns, record, [found.key])
  },
}
