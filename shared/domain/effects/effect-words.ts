import { chance } from '../figures/sentences.ts'
import {
  formatDayOfYear,
  formatDistance,
  formatNumber,
  formatShare,
  roundFigure,
  shownDifference,
} from '../format.ts'
import type { Day } from '../time/dates.ts'
import { nearMonth } from '../time/month-words.ts'
import type { Look } from './effect.ts'
import type { Stage, WhyNotTold } from './effect-looks.ts'
import { type EffectOfWorkflow, isRecordedByHand } from './standing.ts'

/** What an effect is told from; figures recorded by hand where an imported log has them. */
export type ToldEffect = Omit<
  EffectOfWorkflow,
  'workflowId' | 'workflowName' | 'recordedBefore' | 'recordedAfter'
> &
  Partial<Pick<EffectOfWorkflow, 'recordedBefore' | 'recordedAfter'>>

/** "Editing of Proposals fell from 23.8% to 13.5%, and that is settled" */
export function effectHeadline(effect: ToldEffect, workflowName: string, today: Day, locale: string): string {
  const look = effect.looks.at(-1)
  const { recordedBefore = null, recordedAfter = null } = effect
  if (isRecordedByHand({ recordedAfter })) return recordedWords(recordedBefore, recordedAfter, locale)
  if (!look) return noLookWords(effect, today, locale)
  if (look.verdict === 'cannot_be_told') return `What this did to ${workflowName} cannot be told`
  const from = formatShare(look.before.mean ?? 0, locale)
  const to = formatShare(look.after.mean ?? 0, locale)
  if (look.verdict === 'about_the_same') {
    const settled = look.stage === 'settled' ? ', and that is settled' : ''
    return `Editing of ${workflowName} is about the same: ${from} before, ${to} after${settled}`
  }
  const move = look.verdict === 'better' ? 'fell' : 'rose'
  return `Editing of ${workflowName} ${move} from ${from} to ${to}, ${stageWords[look.stage]}`
}

function recordedWords(before: number | null, after: number | null, locale: string): string {
  const parts = [
    before === null ? '' : `${formatShare(before, locale)} before`,
    after === null ? '' : `${formatShare(after, locale)} after`,
  ]
  return `Recorded by hand: ${parts.filter(Boolean).join(', ')}. No review here measured it.`
}

const stageWords: Readonly<Record<Stage, string>> = {
  first_look: 'at a first look',
  firming_up: 'and firms up',
  settled: 'and that is settled',
}

/** What stands below the headline, sentence by sentence. */
export function effectSentences(effect: ToldEffect, today: Day, locale: string): string[] {
  if (isRecordedByHand({ recordedAfter: effect.recordedAfter ?? null })) return []
  const look = effect.looks.at(-1)
  const sentences = [
    look ? differenceSentence(look, locale) : '',
    look && look.verdict !== 'cannot_be_told' ? sinceSentence(effect, locale) : '',
    sharedSentence(effect, locale),
    effect.rolledBackBy === null
      ? ''
      : `Rolled back by change ${effect.rolledBackBy}: only its own days count.`,
    effect.isTeamOnly ? 'A pilot: only outputs of its team count.' : '',
    effect.keptOn === null
      ? ''
      : `Kept on ${formatDayOfYear(effect.keptOn, today, locale)}: the effect is closed.`,
    look && effect.waitingFor !== null
      ? `The ${nearMonth(effect.waitingFor, today, locale)} review brings the next look.`
      : '',
  ]
  return sentences.filter((sentence) => sentence !== '')
}

/** "10.3 points less, likely 7 to 14: more than chance." */
function differenceSentence(
  { difference, noise, verdict, why, before, after }: Look,
  locale: string,
): string {
  if (difference === null || noise === null) return whyWords[why ?? 'few_before']
  const shown =
    before.mean === null || after.mean === null ? difference : shownDifference(before.mean, after.mean)
  const size = `${formatDistance(shown, locale)} ${difference > 0 ? 'more' : 'less'}`
  const outputs = `${before.n} outputs before, ${after.n} after`
  if (verdict === 'about_the_same') return `${size}: about the same, ${chance(noise, locale)} (${outputs}).`
  const whole = (share: number) => formatNumber(roundFigure(Math.max(0, share), 2) * 100, 0, locale)
  const size95 = `${whole(Math.abs(difference) - noise)} to ${whole(Math.abs(difference) + noise)}`
  return `${size}, likely ${size95}: more than chance (${outputs}).`
}

/** What the figure cannot tell. */
function sinceSentence({ nextChange, sharedWith }: ToldEffect, locale: string): string {
  const cause = 'That requests became easier or harder cannot be ruled out.'
  if (nextChange !== null) {
    return `Change ${formatNumber(nextChange, 0, locale)} went live next: what came later is its own. ${cause}`
  }
  return sharedWith.length > 0 ? cause : `No other change went live since. ${cause}`
}

const whyWords: Readonly<Record<WhyNotTold, string>> = {
  few_before: 'Fewer than five outputs written before it were reviewed, so there is nothing to compare with.',
  few_after: 'Fewer than five outputs written after it were reviewed.',
  measure_changed: 'Measured another way before, so before and after cannot be compared.',
}

function noLookWords({ state, countsFrom, waitingFor }: ToldEffect, today: Day, locale: string): string {
  switch (state) {
    case 'starting_point':
      return 'A starting point: how things were, so there is no effect to measure.'
    case 'measure':
      return 'It changed how editing is measured, so there is no effect to measure.'
    case 'planned':
      return `Planned for ${formatDayOfYear(countsFrom, today, locale)}.`
    case 'called_off':
      return 'Called off: it never went live.'
    case 'pilot':
      return 'A pilot whose outputs name nobody: the effect starts with production.'
    case 'undone':
      return 'Gone back on before five outputs of its own days were reviewed, so there is no effect to tell.'
    case 'waiting':
    case 'measured': {
      const review = waitingFor === null ? 'next' : nearMonth(waitingFor, today, locale)
      return `Waiting for the ${review} review to show whether this helped.`
    }
  }
}

function sharedSentence({ sharedWith, looks }: ToldEffect, locale: string): string {
  if (sharedWith.length === 0) return ''
  const names = sharedWith.map((number) => formatNumber(number, 0, locale)).join(' and ')
  const will = looks.length === 0 ? 'will not be told' : 'cannot be told'
  return `Shared effect: fewer than five reviewed outputs lie between this and change ${names}, so they ${will} apart.`
}
