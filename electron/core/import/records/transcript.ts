import { type Speaker, speakerNamed } from './speakers.ts'
import { type Turn, withAgents } from './turns.ts'

const label =
  /(?:^|[\n;])[ \t]*(?:[([]?\d[\d:.\-/ ,TZ]*(?:AM|PM)?[)\]]?[ \t-]*)?\**([\p{L}][\p{L}\p{N} _.'()-]{0,38}?)\**[ \t]*(?:[([]\d[\d:.\-/ ,TZ]*(?:AM|PM)?[)\]][ \t]*)?:\**[ \t]*/giu

/** A conversation written out as "Customer: …" and "Assistant: …"; null where it names no AI and no person. */
export function transcriptTurns(text: string): Turn[] | null {
  if (text.length > 200_000 || !text.includes(':')) return null
  const marks: { by: Speaker; start: number; end: number }[] = []
  for (const found of text.matchAll(label)) {
    const by = speakerOfLabel((found[1] ?? '').replace(/\(.*\)/, ''))
    if (by !== null) marks.push({ by, start: found.index, end: found.index + found[0].length })
  }
  if (marks.length < 2 || text.slice(0, marks[0]?.start).trim() !== '') return null
  const turns = withAgents(
    marks.map(({ by, end }, index) => ({
      by,
      text: text.slice(end, marks[index + 1]?.start).replace(/[;\s]+$/, ''),
      id: '',
      at: '',
      name: '',
    })),
  )
  return isConversation(turns) ? turns : null
}

/** A role, or one with the name of who has it: "Agent Ana". */
function speakerOfLabel(name: string): Speaker | null {
  const [, role = ''] =
    /^(agent|advisor|operator|bot|assistant) (?!id|no|number|notes?|name)\p{L}+$/iu.exec(name.trim()) ?? []
  return speakerNamed(role || name)
}

/** True where an AI answers a person. */
export function isConversation(turns: readonly Turn[]): boolean {
  const says = (who: Speaker) => turns.some(({ by, text }) => by === who && text.trim() !== '')
  return says('ai') && says('person')
}
