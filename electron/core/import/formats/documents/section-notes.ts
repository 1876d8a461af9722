import type { Block } from './headings.ts'

/** Each note below the section that refers to it; `notesOf` gives the notes of a block as lines. */
export function notesWithTheirSection<Read extends Block>(
  blocks: readonly Read[],
  notesOf: (block: Read) => readonly string[],
): Block[] {
  const whole: Block[] = []
  let waiting: string[] = []
  const put = () => {
    if (waiting.length === 0) return
    while (whole.at(-1)?.text.trim() === '') whole.pop()
    whole.push(...['', ...waiting].map((text) => ({ level: null, text })))
    waiting = []
  }
  for (const block of blocks) {
    if (block.level !== null) put()
    whole.push({ level: block.level, text: block.text })
    waiting.push(...notesOf(block))
  }
  put()
  return whole
}
