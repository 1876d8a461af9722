import { decodeEntities } from './entities.ts'

const tagNames =
  'p|br|div|span|b|strong|i|em|u|s|a|ul|ol|li|table|thead|tbody|tr|td|th|h[1-6]|blockquote|pre|code|hr|img|font|small|sub|sup|html|head|body|style|script|title|meta|section|article|header|footer|center|figure|mark|del|ins|dl|dt|dd|label|o:p'
const tag = new RegExp(String.raw`<(/?)(${tagNames})(?:\s[^<>]*)?/?>`, 'gi')
const reference = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/i

/** Without any of these characters a text has nothing that is taken out. */
const marked = /[<&*_[【`\\\u{E000}-\u{F8FF}]|turn\d/u

/**
 * A text as people read it: HTML and character references, marks of emphasis, of tests and of sources are gone;
 * what is left is not touched. A text without any of them comes back as it is.
 */
export function plainText(text: string): string {
  const unmarked = marked.test(text) ? withoutMarkup(text) : text
  return unmarked === text ? text : unmarked.trim()
}

function withoutMarkup(text: string): string {
  return withoutEmphasis(withoutSources(withLinksRead(withoutHtml(unwrapped(withoutVerdict(text))))))
}

const thought = /^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>\s*/i
const fenced = /^\s*```(?:markdown|md|text|txt|plain|plaintext|html)?[ \t]*\n((?:(?!```)[\s\S])*)\n```\s*$/i

/** Without what a model or a program wraps around a whole answer: its thoughts, a fence, line ends as written in code. */
function unwrapped(text: string): string {
  const said = text
    .replace(/_x000D_(\r?\n)?/g, '\n')
    .replace(thought, '')
    .replace(fenced, '$1')
  const isEscaped = !said.includes('\n') && /[.!?,:;]\\n|\\n\\n/.test(said) && !/\\[^nrt"'\\/]/.test(said)
  return isEscaped
    ? said
        .replace(/(\\r)?\\n/g, '\n')
        .replace(/\\t/g, '\t')
        .replace(/\\(["'\\/])/g, '$1')
    : said
}

/** "[our rules](https://…)" as a link of HTML is read. */
function withLinksRead(text: string): string {
  return text.replace(
    /(?<!!)\[([^\][\n]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g,
    (_, shown: string, address: string) => withAddress(shown, address),
  )
}

function withoutHtml(text: string): string {
  const html = isHtml(text) ? text : /&lt;/i.test(text) ? decodeEntities(text) : ''
  if (!isHtml(html)) return reference.test(text) ? decodedWholly(text) : text
  const laidOut = unseen
    .reduce((left, [start, end]) => withoutBlocks(left, start, end), html)
    .replace(
      /<a\s[^>]*href="(https?:[^"]+)"[^>]*>([\s\S]{0,2000}?)<\/a>/gi,
      (_, address: string, shown: string) => withAddress(shown, address),
    )
    // Line ends inside HTML are spaces, unless the text itself was laid out by them.
    .replaceAll('\n', /<(p|div|br|li|td)\b/i.test(html) ? ' ' : '\n')
    .replace(/<br\b[^>]*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '\n- ')
    .replace(/<\/(p|h[1-6]|blockquote|pre|table|ul|ol|dl)>\s*/gi, '\n\n')
    .replace(/<\/(div|tr|section|article|header|footer|dt|dd)>\s*/gi, '\n')
    .replace(/<\/t[dh]>\s*(?=<t[dh])/gi, '\t')
    .replace(tag, '')
  return decodedWholly(laidOut)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const unseen: readonly [string, string][] = [
  ['<!--', '-->'],
  ['<style', '</style>'],
  ['<script', '</script>'],
  ['<head>', '</head>'],
]

function withoutBlocks(text: string, start: string, end: string): string {
  let left = ''
  let from = 0
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, from)) {
    const close = text.indexOf(end, at)
    if (close === -1) break
    left += text.slice(from, at)
    from = close + end.length
  }
  return left + text.slice(from)
}

/**
 * True where an element is opened and closed, or a line is broken: a text that only speaks of a tag, or quotes a
 * script, is none.
 */
function isHtml(text: string): boolean {
  const opened = new Set<string>()
  for (const [, closing, name = ''] of text.matchAll(tag)) {
    const element = name.toLowerCase()
    if (element === 'script' || element === 'style') continue
    if (element === 'br' || element === 'hr' || (closing === '/' && opened.has(element))) return true
    if (closing === '') opened.add(element)
  }
  return false
}

/** A link's address stays where its words do not say it. */
function withAddress(shown: string, address: string): string {
  const words = shown.replace(tag, '').trim()
  if (words === '') return address
  return address.includes(words.replace(/^https?:\/\//, '').replace(/\/$/, ''))
    ? shown
    : `${shown} (${address})`
}

/** Twice where a reference was itself written as one; a space that does not break is a space. */
function decodedWholly(text: string): string {
  const once = decodeEntities(text)
  const twice = /&amp;(?:#\d+|#x[\da-f]+|[a-z]{2,8});/i.test(text) ? decodeEntities(once) : once
  return twice.replaceAll('\u00A0', ' ').replaceAll('\u00AD', '')
}

/** "[PASS] (1.00) …" and the reason below it, as test tools write them around an output. */
function withoutVerdict(text: string): string {
  const found = /^\s*\[(?:PASS|FAIL)(?:ED)?\][ \t]*(?:\(\d[\d., \w:]*\))?\s*/.exec(text)
  if (!found) return text
  const left = text.slice(found[0].length)
  const output = /^\s*\[FAIL/.test(text) ? /^[^\n]{0,2000}\n---\n([\s\S]+)$/.exec(left)?.[1] : undefined
  return (output ?? left).replace(/\n[ \t]{0,20}(?:Pass|Fail) Reason:[\s\S]*$/, '')
}

const sources: readonly RegExp[] = [
  // ChatGPT: characters of its own around the mark, or what is left of them.
  /[ \t]{0,4}\u{E200}[^\u{E201}]{0,400}\u{E201}/gu,
  /[ \t]{0,4}(?:cite|filecite|navlist|entity)(?:turn\d+(?:search|view|news|image|file|fetch|academia|reddit|product|forecast)\d+)+/g,
  /[ \t]{0,4}【\d+(?::\d+)?†[^】]{0,200}】/g,
  /[ \t]{0,4}:contentReference\[oaicite:\d+\](?:\{index=\d+\})?/g,
  /[ \t]{0,4}\[oai_citation:\d+[^\]]{0,200}\](?:\([^)\s]*\))?/g,
  // Copilot, Azure, Gemini.
  /[ \t]{0,4}\[\^\d+\^\]/g,
  /[ \t]{0,4}\[doc\d+\]/g,
  /\[cite_start\]/g,
  /[ \t]{0,4}\[cite:[\d,\s-]+\]/g,
]

function withoutSources(text: string): string {
  return sources.reduce((left, mark) => left.replace(mark, ''), text).replace(/[\u{E200}-\u{E2FF}]/gu, '')
}

const code = /(```[\s\S]*?```|`[^`\n]+`)/

/** The words of Markdown emphasis without its stars and lines; code stays as it is written. */
function withoutEmphasis(text: string): string {
  if (!/[*_]/.test(text)) return text
  return text
    .split(code)
    .map((part, index) => (index % 2 === 1 ? part : unstressed(part)))
    .join('')
}

function unstressed(text: string): string {
  return text
    .replace(/(\*{1,3})(?=[^\s*])((?:[^*\n]|\n(?!\s*\n))*?[^\s*])\1(?!\*)/g, '$2')
    .replace(
      /(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])((?:[^_\n]|\n(?!\s*\n))*?[^\s_])\1(?![\p{L}\p{N}_])/gu,
      '$2',
    )
}
