import { isRecord, type JsonRecord } from '../formats/json-value.ts'
import { list } from '../kind.ts'
import { fieldNamed, own, plain, textIn } from './cells.ts'

/** Who said something. `agent` alone may be either: a person who answers customers, or an AI that does. */
export type Speaker = 'person' | 'ai' | 'staff' | 'agent' | 'other'

const words: Readonly<Record<Speaker, ReadonlySet<string>>> = {
  person: new Set(
    list(
      'user|human|person|incoming|inbound|eingehend|customer|client|lead|contact|end user|enduser|visitor|guest|requester|prompter|asker|consumer|caller|chatter|user says|customer says|you|kunde|kundin|nutzer|nutzerin|anfragende|besucher|utilisateur|utilisatrice|usuario|cliente|usuário|utente|gebruiker|klant|användare|kund|bruker|bruger|klient|użytkownik|kayttaja|uzivatel',
    ),
  ),
  ai: new Set(
    list(
      'assistant|ai|bot|bot message|custom bot|bing|model|llm|gpt|chatgpt|claude|gemini|bard|copilot|chatbot|fin|virtual agent|ai agent|ai assistant|ai bot|assistant bot|virtual assistant|voicebot|gpt 4|gpt 3 5|bot says|ai draft|ai reply|ki|ki assistent|ki agent|assistent|assistente|asistente',
    ),
  ),
  staff: new Set(
    list(
      'admin|support|operator|staff|employee|human agent|teammate|team mate|representative|rep|support agent|service agent|live agent|support team|advisor|mitarbeiter|mitarbeiterin|kundenservice|sachbearbeiter|sachbearbeiterin',
    ),
  ),
  agent: new Set(list('agent|agent says|outgoing|outbound|ausgehend')),
  other: new Set(
    list('system|tool|function|developer|note|event|ipython|observation|error|trigger|workflow'),
  ),
}
const speakers = Object.keys(words) as Speaker[]

/** Fields that say who said it, the surest first. */
const speakerFields = list(
  'role|author_role|author_type|sender_type|sender_role|speaker_role|actor_type|participant_role|user_type|sender|from|speaker|author|sent_by|said_by|message_type|direction|type|subtype|event|participant|participant_id|rolle|absender|sprecher',
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
  const parts = plain(role).split(' ')
  if (parts.length > longestRole) return null
  const found = wordsInRoles.find(([, known]) => parts.some((part) => known.has(part)))?.[0] ?? null
  return found === null && isMachineName(role) ? 'ai' : found
}

/** Who a word names; null for a word that names nobody. */
export function speakerNamed(word: string): Speaker | null {
  if (word.length > 40) return null
  const name = plain(word)
  return speakers.find((speaker) => words[speaker].has(name)) ?? null
}

/** Who said a message, by its own fields; null where none of them tells. */
export function speakerOf(message: JsonRecord): Speaker | null {
  const speaker =
    flagOf(message, true) ?? fieldOf(message) ?? flagOf(message, false) ?? langChainSpeaker(message)
  if (speaker === 'agent' || speaker === 'staff') {
    if (isMachine(message)) return 'ai'
    return speaker === 'staff' && isNote(message) ? 'other' : speaker
  }
  return speaker
}

/** "from_agent", "is_bot", "incoming": whom a flag names when it is set, and when it is not. */
const flags: readonly (readonly [RegExp, Speaker, Speaker | null])[] = [
  [/^(is |from |is from |by |sent by )?(bot|ai|assistant|automated)$/, 'ai', null],
  [/^(is |from |is from |by |sent by )(user|human)$/, 'person', 'ai'],
  [/^(is |from |is from |by |sent by )(customer|visitor|client|contact)$/, 'person', 'agent'],
  [/^(is |from |is from |by |sent by )(agent|operator)$/, 'agent', 'person'],
  [/^(is |from |is from |by |sent by )(staff|admin)$/, 'staff', 'person'],
  [/^(is )?(incoming|inbound)$/, 'person', 'agent'],
  [/^(is )?(outgoing|outbound)$/, 'agent', 'person'],
]
/** Not by a bot: by a person, where nothing else tells. */
const isOfBot = /^(is|from) (bot|ai)$/

function flagOf(message: JsonRecord, isSure: boolean): Speaker | null {
  for (const [field, value] of Object.entries(message)) {
    if (typeof value !== 'boolean') continue
    const name = plain(field)
    if (!isSure) {
      if (isOfBot.test(name)) return 'person'
      continue
    }
    const flag = flags.find(([pattern]) => pattern.test(name))
    const speaker = flag === undefined ? null : value ? flag[1] : flag[2]
    if (speaker !== null) return speaker
  }
  return null
}

function fieldOf(message: JsonRecord): Speaker | null {
  for (const field of speakerFields) {
    const speaker = speakerIn(fieldNamed(message, field))
    if (speaker !== null) return speaker
  }
  return null
}

const machine =
  /(^|[^\p{L}])(ai|ki|ai agent|bot|assistant|copilot|virtual|chatgpt|autoreply)([^\p{L}]|$)|(?<!tal|ab)bot$/iu

/** True for a name that only a machine has. */
export const isMachineName = (name: string): boolean => name.length <= 60 && machine.test(name.trim())

/** An agent by its role that its name or a mark tells to be a machine. */
function isMachine(message: JsonRecord): boolean {
  if (textIn(fieldNamed(message, 'bot_id')) !== '') return true
  return nameFields.some((field) => {
    const value = fieldNamed(message, field)
    return isMachineName(isRecord(value) ? textIn(value.name) : textIn(value))
  })
}

const nameFields = [
  'name',
  'author',
  'sender',
  'from',
  'user',
  'author_name',
  'sender_name',
  'username',
  'agent_name',
]

/** What staff write for each other is no reply. */
function isNote(message: JsonRecord): boolean {
  if (message.public === false || message.private === true || message.is_private === true) return true
  return ['type', 'part_type', 'message_type', 'comment_type', 'visibility'].some((field) =>
    /^(internal|private)?[ _-]?note$|^(internal|private)$/i.test(textIn(fieldNamed(message, field))),
  )
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
