import { plainName } from '../columns/plain-name.ts'
import type { SourceFile } from '../table.ts'

/** What the AI wrote, and what was sent in its place where a file beside it holds that. */
export type FilePair = { draft: SourceFile; final: SourceFile | null }

const draftWords = /\b(draft|ai|ki|entwurf|output|original|generated|before|v1)\b/
const finalWords = /\b(final|sent|edited|corrected|reviewed|endfassung|gesendet|korrigiert|after|v2)\b/

/** Files paired by their names: "reply 1 draft.txt" with "reply 1 final.txt". Null where no two belong together. */
export function pairsOf(files: readonly SourceFile[]): FilePair[] | null {
  const named = files.map((file) => {
    const name = plainName(file.name.replace(/\.[^.]+$/, ''))
    const isFinal = finalWords.test(name)
    const subject = name
      .replace(isFinal ? finalWords : draftWords, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    return { file, isFinal, subject }
  })
  const finals = Map.groupBy(
    named.filter(({ isFinal }) => isFinal),
    ({ subject }) => subject,
  )
  const paired = new Set<SourceFile>()
  const pairs = named
    .filter(({ isFinal }) => !isFinal)
    .map(({ file, subject }): FilePair => {
      const [only, ...more] = finals.get(subject) ?? []
      const isAlone = only !== undefined && more.length === 0 && !paired.has(only.file)
      if (isAlone) paired.add(only.file)
      return { draft: file, final: isAlone ? only.file : null }
    })
  if (paired.size === 0) return null
  const left = named.filter(({ file, isFinal }) => isFinal && !paired.has(file))
  return [...pairs, ...left.map(({ file }) => ({ draft: file, final: null }))]
}
