import type { Contents, Work } from '../contract/safety.ts'
import { formatMonth, formatMonthName, formatNumber } from './format.ts'

/** What a copy holds: "Everything up to output 7 of Proposals, and all 19 months before October." */
export function holdsWords(contents: Contents | null, locale: string): string {
  if (!contents) return 'Your company as it was before you went back.'
  const { workflows, outputs, finishedMonths, open } = contents
  if (open) {
    const upTo =
      open.done === open.total
        ? `All ${open.total} outputs of ${open.workflow}, not finished yet`
        : `Everything up to output ${open.done} of ${open.workflow}`
    const month = finishedMonths > 0 ? formatMonthName(open.month, locale) : formatMonth(open.month, locale)
    return finishedMonths > 0
      ? `${upTo}, and ${count(finishedMonths, 'finished month', locale)} before ${month}.`
      : `${upTo}, ${month}.`
  }
  if (workflows === 0) return 'A company without workflows yet.'
  const parts = [
    count(workflows, 'workflow', locale),
    outputs > 0 && count(outputs, 'output', locale),
    finishedMonths > 0 && count(finishedMonths, 'finished month', locale),
  ]
  return `${list(parts.filter((part) => part !== false))}.`
}

/** What was done since: "9 marked outputs, 1 file"; "Nothing" where it holds everything. What is lost says only its number. */
export function notInWords(work: Work, locale: string): string {
  if (work.entries === 0) return 'Nothing'
  const parts = [
    work.outputs > 0 && count(work.outputs, 'marked output', locale),
    work.reviews > 0 && count(work.reviews, 'finished review', locale),
    work.files > 0 && count(work.files, 'file', locale),
    work.changes > 0 && count(work.changes, 'change', locale),
  ].filter((part) => part !== false)
  const small = work.entries - work.unread
  if (parts.length === 0 && small > 0) parts.push(count(small, 'small change', locale))
  if (work.unread > 0) parts.push(`${count(work.unread, 'step', locale)} that can’t be read any more`)
  return parts.join(', ')
}

function count(n: number, noun: string, locale: string): string {
  return `${formatNumber(n, 0, locale)} ${n === 1 ? noun : `${noun}s`}`
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
