import type { JsonRecord } from '../../formats/json-value.ts'
import { list } from '../../kind.ts'
import { plain, textIn } from '../cells.ts'
import { idOf } from '../known-fields.ts'
import { type Opened, openTurns } from '../shape.ts'
import { isConversation } from '../transcript.ts'
import { inOrder, type Turn, turnOf, withAgents } from '../turns.ts'

/** Fields that tell one conversation from the next, the surest first. */
const conversationFields = list(
  'conversation id|conversation|conversationid|session id|session|sessionid|thread id|thread|chat id|chat|dialog id|dialogue id|dialog|dialogue|ticket id|ticket|ticket number|case id|case|call id|trace id|contact id|conv id|issue key|gespraech|vorgang|ticketnummer',
)

type Item = { row: number; value: JsonRecord }
type Line = Item & { turn: Turn }

/** Lines that each hold one message of a conversation, as their answers with the line of each; null for others. */
export function openTurnLines(items: readonly Item[]): { row: number; opened: Opened }[] | null {
  const said = items.map(({ value }) => turnOf(value))
  const known = said.filter((turn) => turn !== null)
  if (known.length < said.length * 0.9 || !isConversation(withAgents(known))) return null
  const hasAi = known.some(({ by }) => by === 'ai')
  const lines = items.map((item, index): Line => ({ ...item, turn: said[index] ?? silent }))
  const field = conversationField(items)
  const conversations = Map.groupBy(lines, ({ value }) => (field === null ? '' : textIn(value[field])))
  return [...conversations.values()]
    .flatMap((each) => openConversation(inOrder(each), field, hasAi))
    .toSorted((a, b) => a.row - b.row)
}

const silent: Turn = { by: 'other', text: '', id: '', at: '', name: '' }

function conversationField(items: readonly Item[]): string | null {
  const keys = Object.keys(items[0]?.value ?? {})
  const named = conversationFields.map((name) => keys.find((key) => plain(key) === name))
  return named.find((key) => key !== undefined) ?? null
}

function openConversation(lines: readonly Line[], field: string | null, hasAi: boolean) {
  const said = withAgents(
    lines.map(({ turn }) => turn),
    hasAi,
  )
  // The place of its line goes through the pairing as the id of a turn.
  const turns = said.map((turn, index) => ({ ...turn, id: String(index) }))
  return openTurns(turns, {}, []).flatMap((opened) => {
    const line = 'fields' in opened ? lines[Number(opened.fields.externalId)] : undefined
    if (line === undefined || !('fields' in opened)) return []
    const externalId = (field === null ? '' : textIn(line.value[field])) || idOf(line.value)
    return [{ row: line.row, opened: { ...opened, fields: { ...opened.fields, externalId } } }]
  })
}
