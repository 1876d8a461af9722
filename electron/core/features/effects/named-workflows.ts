export type NamedWorkflow = { id: number; name: string }

const separators = /^[\s,;/|&+]+/

/**
 * The workflows a cell names, separated by commas, semicolons, slashes or lines; names may hold such signs
 * themselves. What names none comes back as `unknown`.
 */
export function readWorkflows(
  cell: string,
  workflows: readonly NamedWorkflow[],
): { ids: number[]; unknown: string[] } {
  const byLength = workflows.toSorted((a, b) => b.name.length - a.name.length)
  const found = { ids: [] as number[], unknown: [] as string[] }
  let rest = cell.trim()
  while (rest !== '') {
    const known = byLength.find(({ name }) => startsWithName(rest, name))
    const next = known ? known.name : (rest.split(/[,;/|\n]/, 1)[0] ?? rest)
    if (known) found.ids.push(known.id)
    else if (next.trim() !== '') found.unknown.push(next.trim())
    rest = rest.slice(Math.max(1, next.length)).replace(separators, '')
  }
  return { ids: [...new Set(found.ids)], unknown: found.unknown }
}

function startsWithName(text: string, name: string): boolean {
  const start = text.slice(0, name.length)
  const end = text.slice(name.length)
  return start.toLowerCase() === name.toLowerCase() && (end === '' || /^\s*[,;/|&+\n]/.test(end))
}
