const frontMatter = /^\uFEFF?(---|\+\+\+)[ \t]*\n([\s\S]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/
const field = /^([\w -]{1,40}?)\s*[:=]\s*(.+)$/gm
const usedFields =
  /^(title|subtitle|date|(last[ _-]?)?(updated|modified|reviewed)|created|published|effective[ _-]?date|valid[ _-]?from|version|titel|datum|stand|gültig ab)$/i

/**
 * A Markdown text without the block of facts at its top and without comments. Its title and dates stay, as lines of
 * text; `dropped` says what was left out.
 */
export function withoutFrontMatter(text: string): { body: string; dropped: string[] } {
  const dropped: string[] = []
  let body = text
  const block = frontMatter.exec(text)
  const fields = [...(block?.[2] ?? '').matchAll(field)]
  if (block && fields.length > 0) {
    const used = fields.filter(([, name = '']) => usedFields.test(name.trim()))
    const lines = used.map(([, name = '', value = '']) => lineOf(name.trim(), value.trim()))
    body = [...lines, '', text.slice(block[0].length)].join('\n')
    const left = fields.length - used.length
    if (left > 0)
      dropped.push(`The facts at the top of the file were left out, but for its title and dates (${left}).`)
  }
  const { count, left } = withoutComments(body)
  if (count > 0) dropped.push(count === 1 ? 'One comment was left out.' : `${count} comments were left out.`)
  return { body: left, dropped }
}

/** Of HTML, Markdown, Obsidian, MDX and Liquid. */
const comment =
  /<!--[\s\S]*?-->|^\[(?:\/\/|comment)\]: .*$|%%[^%]{1,2000}%%|\{\/\*[\s\S]{0,2000}?\*\/\}|\{% comment %\}[\s\S]{0,2000}?\{% endcomment %\}/gm
const fence = /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\1?\2[^\n]*$/gm
/** Stand around the number of a fence, which is code, while comments are taken out. */
const held = /\uF8FF(\d+)\uF8FF/g

function withoutComments(text: string): { count: number; left: string } {
  const fences: string[] = []
  let count = 0
  const left = text
    .replace(fence, (block) => `\uF8FF${fences.push(block) - 1}\uF8FF`)
    .replace(comment, () => {
      count++
      return ''
    })
    .replace(held, (_, at: string) => fences[Number(at)] ?? '')
  return { count, left }
}

function lineOf(name: string, value: string): string {
  const plain = value.replace(/^(["\x27])(.*)\1$/, '$2')
  return /^(title|titel)$/i.test(name)
    ? `# ${plain}`
    : `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('_', ' ')}: ${plain}`
}
