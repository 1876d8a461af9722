import type { ChangeEffect, ChangeVerdict, MeasuredMonth } from '../../contract/changes.ts'
import { formatMonth, formatMonthName, formatNumber, formatRange, formatShare } from '../format.ts'
import { addMonths, type Day, type Month, monthOf } from '../time/dates.ts'
import { chance } from './sentences.ts'

export const verdictLabels: Readonly<Record<ChangeVerdict, string>> = {
  waiting: 'Waiting',
  better: 'Better',
  about_the_same: 'About the same',
  worse: 'Worse',
  not_comparable: 'Not comparable',
  rolled_back: 'Rolled back',
}

/** What an effect is told from, without the workflow it is about. */
export type Effect = Omit<ChangeEffect, 'workflowId' | 'workflowName'>

/** The change an effect belongs to, as far as its sentence names it. */
export type ChangeFacts = { onDate: Day; revertedBy: number | null }

/** The editing figures (fractions) on both sides; those typed by hand stand in where nothing was measured. */
export function shownFigures(effect: Effect): {
  before: number | null
  after: number | null
  isRecorded: boolean
} {
  const { before, after, recordedBefore, recordedAfter } = effect
  const isRecorded = before === null && after === null && (recordedBefore !== null || recordedAfter !== null)
  return isRecorded
    ? { before: recordedBefore, after: recordedAfter, isRecorded }
    : { before: before?.mean ?? null, after: after?.mean ?? null, isRecorded }
}

/** What a change did to one workflow, or what it waits for, in one to three sentences. */
export function effectSentence(effect: Effect, change: ChangeFacts, locale: string): string {
  const sentences = [verdictSentence(effect, change, locale)]
  if (isSharedEffect(effect)) sentences.push(sharedSentence(effect))
  if (effect.verdict === 'rolled_back') sentences.push(rolledBackSentence(change))
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** True when there is, or will be, a difference that more than one change could have brought about. */
export function isSharedEffect({ isShared, verdict, before, after }: Effect): boolean {
  if (!isShared || verdict === 'not_comparable') return false
  return verdict === 'waiting' || (before !== null && after !== null)
}

/** "Waiting for the November review to show whether this helped." The year stands where the name could be last year's. */
export function waitingSentence(dueMonth: Month | null, onDate: Day, locale: string): string {
  const review = dueMonth === null ? 'next' : monthNear(dueMonth, onDate, locale)
  return `Waiting for the ${review} review to show whether this helped.`
}

function verdictSentence(effect: Effect, change: ChangeFacts, locale: string): string {
  const { before, after, verdict } = effect
  if (verdict === 'waiting') return waitingSentence(effect.dueMonth, change.onDate, locale)
  if (shownFigures(effect).isRecorded) return recordedSentence(effect, locale)
  if (verdict === 'not_comparable') return notComparableSentence(before, after)
  if (before === null || after === null) return ''
  if (verdict === 'rolled_back' || effect.isShared) return `${moveSentence(before, after, locale)}.`
  if (verdict === 'about_the_same') return sameSentence(before, after, effect.noise, locale)
  return `${moveSentence(before, after, locale)}, ${verdict} than chance explains.`
}

function recordedSentence({ recordedBefore, recordedAfter }: Effect, locale: string): string {
  const parts = [
    recordedBefore === null ? '' : `${formatShare(recordedBefore, locale)} before`,
    recordedAfter === null ? '' : `${formatShare(recordedAfter, locale)} after`,
  ]
  return `Recorded by hand: ${parts.filter((part) => part !== '').join(', ')}. No review here measured it.`
}

function moveSentence(before: MeasuredMonth, after: MeasuredMonth, locale: string): string {
  const from = formatShare(before.mean, locale)
  const to = formatShare(after.mean, locale)
  const { low, high } = after
  const range = low === null || high === null ? '' : ` (likely ${formatRange(low, high, locale)})`
  return from === to ? `Editing stayed at ${to}${range}` : `Editing went from ${from} to ${to}${range}`
}

function sameSentence(
  before: MeasuredMonth,
  after: MeasuredMonth,
  noise: number | null,
  locale: string,
): string {
  if (noise === null) return `About the same. ${moveSentence(before, after, locale)}.`
  const known = Math.min(before.known, after.known)
  const outputs = `${formatNumber(known, 0, locale)} ${known === 1 ? 'output' : 'outputs'}`
  return `About the same: with ${outputs}, ${chance(noise, locale)}.`
}

function notComparableSentence(before: MeasuredMonth | null, after: MeasuredMonth | null): string {
  if (before === null)
    return 'No review was finished before this change, so there is nothing to compare with.'
  const hasNoRange = [before, after].some((side) => side !== null && side.low === null)
  return hasNoRange
    ? 'One of the two reviews has no likely range, so before and after can’t be compared.'
    : 'Measured another way since, so before and after can’t be compared.'
}

function sharedSentence({ verdict }: Effect): string {
  const will = verdict === 'waiting' ? 'will not be told' : 'cannot be told'
  return `Another change falls into this period too, so the effect ${will} apart.`
}

function rolledBackSentence({ revertedBy }: ChangeFacts): string {
  return revertedBy === null ? 'Rolled back since.' : `Rolled back by change ${revertedBy}.`
}

/** The month by name alone where it can only be the one within a year of the day. */
export function monthNear(month: Month, day: Day, locale: string): string {
  const isNear = month > addMonths(monthOf(day), -12) && month < addMonths(monthOf(day), 12)
  return isNear ? formatMonthName(month, locale) : formatMonth(month, locale)
}
