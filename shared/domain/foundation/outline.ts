/** A section of a document that is read in; level 1 is a chapter. */
export type OutlineSection = { name: string; text: string; level: number }

/** Every heading below a level made part of the section above it, its name kept as a line of the text. */
export function foldedTo<Section extends OutlineSection>(
  sections: readonly Section[],
  level: number,
): Section[] {
  const folded: { section: Section; parts: string[] }[] = []
  for (const section of sections) {
    const above = folded.at(-1)
    if (above && section.level > level) above.parts.push(section.name, section.text)
    else folded.push({ section, parts: [section.text] })
  }
  return folded.map(({ section, parts }) => ({ ...section, text: joined(parts) }))
}

/** Texts below one another, without those that say nothing. */
export const joined = (parts: readonly string[]) => parts.filter((part) => part.trim() !== '').join('\n\n')

/** A name that comes again is numbered: "Rules (2)". */
export function withDistinctNames<Section extends OutlineSection>(sections: readonly Section[]): Section[] {
  const seen = new Set<string>()
  return sections.map((section) => {
    let name = section.name
    for (let n = 2; seen.has(name.toLowerCase()); n++) name = `${section.name.slice(0, 112)} (${n})`
    seen.add(name.toLowerCase())
    return { ...section, name }
  })
}
