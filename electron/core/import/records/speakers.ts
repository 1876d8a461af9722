import { plainName } from '../columns/plain-name.ts'
import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { list } from '../kind.ts'
import { own } from './cells.ts'

/** Who said something. `agent` alone may be either: a person who answers customers, or an AI that does. */
export type Speaker = 'person' | 'ai' | 'staff' | 'agent' | 'other'

const words: Readonly<Record<Speaker, ReadonlySet<string>>> = {
  person: new Set(
    list(
      'user|human|person|customer|client|lead|contact|end user|enduser|visitor|guest|requester|prompter|asker|consumer|caller|chatter|user says|customer says|you|kunde|kundin|nutzer|nutzerin|anfragende|besucher|utilisateur|utilisatrice|usuario|cliente|usuário|utente|gebruiker|klant|användare|kund|bruker|bruger|klient|użytkownik|kayttaja|uzivatel',
    ),
  ),
  ai: new Set(
    list(
      'assistant|ai|bot|model|llm|gpt|chatgpt|claude|gemini|bard|copilot|chatbot|fin|virtual agent|ai agent|ai assistant|ai bot|assistant bot|virtual assistant|voicebot|gpt 4|gpt 3 5|bot says|ai draft|ai reply|ki|ki assistent|ki agent|assistent|assistente|asistente',
    ),
  ),
  staff: new Set(
    list(
      'admin|support|operator|staff|employee|human agent|teammate|team mate|representative|rep|support agent|service agent|live agent|support team|advisor|mitarbeiter|mitarbeiterin|kundenservice|sachbearbeiter|sachbearbeiterin',
    ),
  ),
  agent: new Set(list('agent|agent says')),
  other: new Set(
    list('system|tool|function|developer|note|event|ipython|observation|error|trigger|workflow'),
  ),
}
const speakers = Object.keys(words) as Speaker[]

/** Fields that say who said it, the surest first. */
const speakerFields = list(
  'role|author_role|author_type|sender_type|speaker_role|sender|from|speaker|author|said_by|message_type|type|participant|rolle|absender|sprecher',
)

/** Words that tell within a longer role ("agent_reply", "AI support copilot"); the first kind that has one is meant. */
const wordsInRoles: readonly (readonly [Speaker, ReadonlySet<string>])[] = [
  ['ai', new Set(list('ai|ki|bot|assistant|copilot|chatbot|voicebot|llm|gpt|chatgpt|claude|gemini'))],
  ['other', new Set(list('system|tool|function|note'))],
  ['staff', new Set(list('support|service|staff|employee|operator|admin|teammate|care|success|human'))],
  ['person', new Set(list('user|customer|client|visitor|enduser|requester|caller|kunde|kundin|nutzer'))],
  ['agent', new Set(list('agent'))],
]
const longestRole = 4

/** Who a role of several words names; null for one that names nobody. */
function roleOf(role: string): Speaker | null {
  const whole = speakerNamed(role)
  if (whole !== null || role.length > 40) return whole
  const parts = plainName(role).split(' ')
  if (parts.length > longestRole) return null
  return wordsInRoles.find(([, known]) => parts.some((part) => known.has(part)))?.[0] ?? null
}

/** Who a word names; null for a word that names nobody. */
export function speakerNamed(word: string): Speaker | null {
  if (word.length > 40) return null
  const name = plainName(word)
  return speakers.find((speaker) => words[speaker].has(name)) ?? null
}

/** Who said a message, by its own fields; null where none of them tells. */
export function speakerOf(message: JsonRecord): Speaker | null {
  for (const [field, value] of Object.entries(message)) {
    if (typeof value !== 'boolean') continue
    const name = plainName(field)
    if (name === 'is user' || name === 'from user' || name === 'is human') return value ? 'person' : 'ai'
    if (name === 'incoming' || name === 'inbound' || name === 'is incoming') return value ? 'person' : 'agent'
    if (name === 'outgoing' || name === 'outbound') return value ? 'agent' : 'person'
    if (name === 'is bot' || name === 'from bot' || name === 'is ai') return value ? 'ai' : 'person'
  }
  for (const field of speakerFields) {
    const speaker = speakerIn(fieldNamed(message, field))
    if (speaker !== null) return speaker
  }
  return langChainSpeaker(message)
}

function fieldNamed(message: JsonRecord, field: string): unknown {
  const value = own(message, field)
  if (value !== undefined) return value
  const wanted = plainName(field)
  const key = Object.keys(message).find((each) => plainName(each) === wanted)
  return key === undefined ? undefined : message[key]
}

function speakerIn(value: unknown): Speaker | null {
  if (typeof value === 'string') return roleOf(value)
  if (!isRecord(value)) return null
  if (value.is_ai_answer === true || value.from_ai_agent === true) return 'ai'
  // The Bot Framework numbers its roles.
  if (value.role === 0) return 'ai'
  if (value.role === 1) return 'person'
  for (const field of ['role', 'type', 'author_type', 'kind', 'name']) {
    const word = own(value, field)
    const speaker = typeof word === 'string' ? roleOf(word) : null
    if (speaker !== null) return speaker
  }
  return null
}

function langChainSpeaker({ id }: JsonRecord): Speaker | null {
  const name = Array.isArray(id) ? id.at(-1) : null
  if (typeof name !== 'string') return null
  if (/^Human/.test(name)) return 'person'
  if (/^AI/.test(name)) return 'ai'
  return /Message/.test(name) ? 'other' : null
}
