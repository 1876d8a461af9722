const frontMatter = /^\uFEFF?(---|\+\+\+)[ \t]*\n([\s\S]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/
const field = /^([\w -]{1,40}?)\s*[:=]\s*(.+)$/gm
const usedFields = /^(title|subtitle|date|updated|last ?updated|last ?modified|version|titel|datum|stand)$/i

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
  const comments = [...outsideFences(body).matchAll(comment)]
  if (comments.length > 0) {
    body = outsideFences(body).replace(comment, '')
    dropped.push(
      comments.length === 1 ? 'One comment was left out.' : `${comments.length} comments were left out.`,
    )
    body = body.replaceAll(openFence, '<!--')
  }
  return { body, dropped }
}

const comment = /<!--[\s\S]*?-->|^\[(?:\/\/|comment)\]: .*$/gm
/** Stands for the beginning of a comment inside a fence, which is code. */
const openFence = '\uF8FF'
const fence = /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n\1?\2[^\n]*$/gm

const outsideFences = (text: string) => text.replace(fence, (block) => block.replaceAll('<!--', openFence))

function lineOf(name: string, value: string): string {
  const plain = value.replace(/^(["\x27])(.*)\1$/, '$2')
  return /^(title|titel)$/i.test(name)
    ? `# ${plain}`
    : `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${plain}`
}
