import { plainText } from '../../../../shared/domain/text/plain-text.ts'
import { isMachineName, type Speaker, speakerNamed } from './speakers.ts'
import { type Turn, withAgents } from './turns.ts'

/** "Customer:", "[10:02] Bot:", "( 1m 5s ) Ana:" */
const label =
  /(?:^|[\n;])[ \t]*([([]?[ \t]*\d[\d:.\-/ ,TZhms]*(?:AM|PM)?[)\]]?[ \t-]*)?\**([\p{L}][\p{L}\p{N} _.'()-]{0,38}?)\**[ \t]*(?:[([]\d[\d:.\-/ ,TZ]*(?:AM|PM)?[)\]][ \t]*)?:\**[ \t]*/giu

type Mark = { by: Turn['by'] | null; name: string; isTimed: boolean; start: number; end: number }

/** A conversation written out as "Customer: …" and "Assistant: …"; null where it names no AI and no person. */
export function transcriptTurns(written: string): Turn[] | null {
  if (written.length > 200_000 || !/[:[|]/.test(written)) return null
  const told = untemplated(written)
  const text = /<(br|p|div|span)\b/i.test(told) ? plainText(told) : told
  const marks = marksIn(text)
  if (marks.length < 2 || !isPreface(text.slice(0, marks[0]?.start))) return null
  const turns = withAgents(
    marks.map(({ by, name, end }, index) => ({
      by: by ?? 'named',
      text: text.slice(end, marks[index + 1]?.start).replace(/[;\s]+$/, ''),
      id: '',
      at: '',
      name: by === null ? name : '',
    })),
  )
  return isConversation(turns) ? turns : null
}

/** A conversation in the template of a model, as one that names who speaks: "<|im_start|>user …", "[INST] … [/INST] …". */
function untemplated(text: string): string {
  if (!/<\||\[INST\]/.test(text)) return text
  return text
    .replace(/<\|(?:im_start|start_header_id)\|>\s*(\w+)\s*(?:<\|end_header_id\|>)?/g, '\n$1: ')
    .replace(/<\|(user|assistant|system)\|>/g, '\n$1: ')
    .replace(/(?:<s>\s*)?\[INST\]/g, '\nuser: ')
    .replaceAll('[/INST]', '\nassistant: ')
    .replace(/<\|[a-z_]+\|>|<\/s>/g, '')
}

/** Who speaks where. A name that is no role speaks where it has a time, as the roles have. */
function marksIn(text: string): Mark[] {
  const marks = [...text.matchAll(label)].map((found): Mark => {
    const name = (found[2] ?? '').replace(/\(.*\)/, '').trim()
    const isTimed = (found[1] ?? '').trim() !== ''
    return { by: speakerOfLabel(name), name, isTimed, start: found.index, end: found.index + found[0].length }
  })
  const known = marks.filter(({ by }) => by !== null)
  const areTimed = known.length > 0 && known.every(({ isTimed }) => isTimed)
  return marks.filter(({ by, isTimed }) => by !== null || (areTimed && isTimed))
}

/** What stands above a transcript says when and where it began, line by line. */
const isPreface = (text: string) =>
  text.length < 400 &&
  text.split('\n').every((line) => line.trim() === '' || /^[^:.!?]{1,40}:/.test(line.trim()))

/** A role, or one with the name of who has it: "Agent Ana". */
function speakerOfLabel(name: string): Speaker | null {
  const [, role = ''] =
    /^(agent|advisor|operator|bot|assistant) (?!id|no|number|notes?|name)\p{L}+$/iu.exec(name.trim()) ?? []
  return speakerNamed(role || name) ?? (isMachineName(name) ? 'ai' : null)
}

/** True where an AI answers a person. */
export function isConversation(turns: readonly Turn[]): boolean {
  const says = (who: Turn['by']) => turns.some(({ by, text }) => by === who && text.trim() !== '')
  return says('ai') && says('person')
}
