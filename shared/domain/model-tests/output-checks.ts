import { RE2JS, RE2JSSyntaxException } from 're2js'
import type { Check } from '../../contract/standard-inputs.ts'
import { wordKeys } from '../text/words.ts'

const longestPattern = 300
/** A pattern is looked for in so much of a text, in characters. */
const longestSearched = 100_000

/**
 * The checks a text fails, each in words, in the order of the checks. Capitals and line breaks count only for a
 * pattern.
 */
export function failedChecks(text: string, checks: readonly Check[]): string[] {
  return checks.flatMap((check) => failureOf(text, check) ?? [])
}

/** Why a check can't be saved, in words; null when it can. */
export function checkProblem(check: Check): string | null {
  if (check.kind !== 'matches') return null
  if (check.value.length > longestPattern) return `Keep a pattern to ${longestPattern} characters.`
  const read = readPattern(check.value)
  if (read instanceof RE2JS) return null
  if (read.includes('repeat count')) return 'This pattern counts too far. Use smaller numbers in { }.'
  if (isPattern(check.value)) {
    return 'A pattern here can’t look ahead or behind, or refer back to a group. Leave that part out.'
  }
  return `“${check.value}” can’t be read as a pattern. Look for a bracket left open, or put \\ before a sign that stands for itself.`
}

/** Time stays linear in the text, whatever the pattern; what is wrong with it where it can't be read. */
function readPattern(source: string): RE2JS | string {
  try {
    return RE2JS.compile(source)
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return error.message
    throw error
  }
}

/** Whether it is a pattern at all, apart from what can be searched in linear time. */
function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp
  } catch {
    return false
  }
}

function failureOf(text: string, check: Check): string | null {
  switch (check.kind) {
    case 'contains':
      return compared(text).includes(compared(check.value)) ? null : `Doesn’t contain “${check.value}”.`
    case 'lacks':
      return compared(text).includes(compared(check.value)) ? `Contains “${check.value}”.` : null
    case 'words_at_most': {
      const words = wordKeys(text).length
      return words <= check.value ? null : `Has ${words} words, more than ${check.value}.`
    }
    case 'matches':
      return patternFailure(text, check.value)
    case 'json':
      return isJson(text) ? null : 'Isn’t JSON.'
  }
}

function patternFailure(text: string, source: string): string | null {
  const read = readPattern(source)
  if (!(read instanceof RE2JS)) return `The pattern “${source}” can’t be read.`
  if (read.matcher(text.slice(0, longestSearched)).find()) return null
  const where = text.length > longestSearched ? ' in its first 100,000 characters' : ''
  return `Doesn’t match the pattern “${source}”${where}.`
}

/** How texts are compared: capitals, accent encoding, curly apostrophes and white space evened out. */
function compared(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase()
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
