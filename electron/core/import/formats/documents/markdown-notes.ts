import type { Block } from './headings.ts'
import { notesWithTheirSection } from './section-notes.ts'

const definition = /^\[\^([^\]\s]+)\]:/
const reference = /\[\^([^\]\s]+)\](?!:)/g

/** The footnotes of a Markdown document, each at the end of the section that first refers to it. */
export function withMarkdownNotes(blocks: readonly Block[]): Block[] {
  const { notes, rest } = apart(blocks)
  const placed = notesWithTheirSection(rest, ({ text }) =>
    [...text.matchAll(reference)].flatMap(([, id = '']) => {
      const lines = notes.get(id) ?? []
      notes.delete(id)
      return lines
    }),
  )
  // What nothing refers to stays at the end.
  return [...placed, ...[...notes.values()].flat().map((text) => ({ level: null, text }))]
}

/** A definition with the indented lines below it. */
function apart(blocks: readonly Block[]): { notes: Map<string, string[]>; rest: Block[] } {
  const notes = new Map<string, string[]>()
  const rest: Block[] = []
  let open: string[] | null = null
  for (const block of blocks) {
    const id = block.level === null ? definition.exec(block.text)?.[1] : undefined
    if (id !== undefined) {
      open = [block.text]
      notes.set(id, open)
    } else if (open && /^(?: {2,}|\t)\S/.test(block.text)) open.push(block.text)
    else {
      open = null
      rest.push(block)
    }
  }
  return { notes, rest }
}
