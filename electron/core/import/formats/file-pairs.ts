import { plainName } from '../columns/plain-name.ts'
import { list } from '../kind.ts'
import type { SourceFile } from '../table.ts'

/** What the AI wrote, and what was sent in its place where a file beside it holds that. */
export type FilePair = { draft: SourceFile; final: SourceFile | null }

const draftWords = new Set(
  list(
    'draft|drafts|originals|utkast|szkic|rascunho|ai|ki|ia|bot|llm|gpt|chatgpt|claude|copilot|gemini|model|assistant|output|original|generated|raw|suggested|suggestion|initial|before|v1|entwurf|vorschlag|erstfassung|vorher|roh|brouillon|borrador|bozza|concept',
  ),
)
const finalWords = new Set(
  list(
    'final|finals|definitief|skickat|wysłane|wysłana|inviata|versand|sent|edited|corrected|reviewed|revised|approved|published|released|accepted|fixed|gold|human|person|agent|staff|after|v2|endfassung|endversion|finale|gesendet|versendet|verschickt|korrigiert|bearbeitet|ueberarbeitet|freigegeben|nachher|envoyé|envoye|corrigé|enviado|corregido|definitivo|inviato|corretto|verzonden',
  ),
)
/** Says nothing beside such a word: "as sent". */
const fillers = new Set(
  list(
    'as|the|to|by|version|text|fassung|reply|response|answer|antwort|mail|email|customer|kunde|edit|edits|editing',
  ),
)

/** Files paired by their names: "reply 1 draft.txt" with "reply 1 final.txt". Null where no two belong together. */
export function pairsOf(files: readonly SourceFile[]): FilePair[] | null {
  const named = files.map((file) => {
    const words = plainName(file.name.replace(/\.[^.]+$/, '')).split(' ')
    // The last word counts: the draft of a "final offer" is a draft.
    const told = words.findLast((word) => draftWords.has(word) || finalWords.has(word)) ?? ''
    const named = words.filter((word) => !draftWords.has(word) && !finalWords.has(word))
    const subject = named.filter((word) => !fillers.has(word))
    return { file, isFinal: finalWords.has(told), subject: (subject.length > 0 ? subject : named).join(' ') }
  })
  const finals = Map.groupBy(
    named.filter(({ isFinal }) => isFinal),
    ({ subject }) => subject,
  )
  const drafts = new Set(named.filter(({ isFinal }) => !isFinal).map(({ subject }) => subject))
  /** Finals that say who sent them too: "reply 1 (Kim edited)". */
  const namedMore = (subject: string) =>
    named.filter((other) => {
      if (!other.isFinal || subject === '' || drafts.has(other.subject)) return false
      const words = other.subject.split(' ')
      const more = words.filter((word) => !subject.split(' ').includes(word))
      return words.length - more.length === subject.split(' ').length && !more.some((word) => /\d/.test(word))
    })
  const paired = new Set<SourceFile>()
  const pairs = named
    .filter(({ isFinal }) => !isFinal)
    .map(({ file, subject }): FilePair => {
      const [only, ...more] = finals.get(subject) ?? namedMore(subject)
      const isAlone = only !== undefined && more.length === 0 && !paired.has(only.file)
      if (isAlone) paired.add(only.file)
      return { draft: file, final: isAlone ? only.file : null }
    })
  if (paired.size === 0) return null
  const left = named.filter(({ file, isFinal }) => isFinal && !paired.has(file))
  return [...pairs, ...left.map(({ file }) => ({ draft: file, final: null }))]
}
