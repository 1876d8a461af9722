import { measures } from '../figures/measures/index.ts'
import {
  formatMonthName,
  formatNumber,
  formatPoints,
  formatRange,
  formatShare,
  formatWholeShare,
} from '../format.ts'
import type { Month } from '../time/dates.ts'
import { nearMonth } from '../time/month-words.ts'
import type { Figure, Finding } from './finding-types.ts'
import { isMoved, movedReferences, referenceName, shownMove } from './move-words.ts'
import type { MoveVerdict } from './moves.ts'
import { isIncomplete } from './status.ts'

/** "An update is due: editing over three months is above your 20% line" */
export function findingHeadline(finding: Finding, locale: string): string {
  const { headline, figure, lines } = finding
  const share = figure.mean === null ? '' : formatShare(figure.mean, locale)
  const line = lines ? formatLine(lines.update, locale) : ''
  switch (headline.kind) {
    case 'update_due':
      return `An update is due: ${dueWords(headline.reason, line, locale)}`
    case 'above_line': {
      const sign = finding.recent?.direction === 'more' ? '; the early sign stands' : ''
      return `${headline.isFirst ? 'First month above' : 'Above'} your ${line} line${byHand(finding)}${sign}`
    }
    case 'early_sign':
      return 'An early sign: the last two reviews lie above month 3 by more than chance'
    case 'signal':
      return signalWords(finding, headline.signal, locale)
    case 'improved':
      return 'Settled lower: the last two reviews lie below month 3 by more than chance'
    case 'moved':
      return movedHeadline(finding, locale)
    case 'finding_lines':
      return `Finding your lines: ${share} ${measures[finding.measure].unit}`
    case 'not_enough':
      return notEnoughWords(finding, locale)
    case 'by_hand':
      return figure.mean === null ? 'Chosen by hand, no figure' : `${share} in outputs chosen by hand`
    case 'first':
      return figure.mean === null ? 'No editing figure' : `Editing is ${share}: nothing to compare with yet`
    case 'steady':
      return `Editing is steady at ${share}: about the same as ${list(sameReferences(finding, locale))}`
  }
}

/** Where the outputs were there and their figures were not, more outputs of the same kind would not help. */
function notEnoughWords({ figure, measure }: Finding, locale: string): string {
  const { known, unknown } = figure
  if (!isIncomplete(figure)) return `Not enough yet: ${countOf(known, 'output')} with a figure`
  const all = formatNumber(known + unknown, 0, locale)
  const which = known === 0 ? `all ${all}` : `${formatNumber(unknown, 0, locale)} of ${all}`
  return `Not enough yet: ${which} outputs without ${measures[measure].lacks}`
}

/** What a finding can and cannot tell, sentence by sentence. What the headline or a sentence names is not said twice. */
export function findingSentences(finding: Finding, locale: string): string[] {
  const { figure, headline, recent, moves } = finding
  if (figure.mean === null) return ['No output has an editing figure, so there is nothing to compare.']
  const isPooled = headline.kind === 'update_due' && headline.reason.kind === 'pooled'
  const isPooledMoved = isMoved(moves.pooledAgainstMonthThree)
  const isMonthThreeSaid = isPooled ? isPooledMoved : recent?.direction === 'more'
  const isPooledNews =
    isPooledMoved && !isMonthThreeSaid && moves.monthThree.verdict !== moves.pooledAgainstMonthThree.verdict
  return [
    isPooled ? pooledSentence(finding, locale) : figureSentence(finding, locale),
    isPooled ? '' : recentSentence(finding, locale),
    isPooledNews && !isPooled && headline.kind !== 'moved' ? pooledSentence(finding, locale) : '',
    movedSentence(finding, isMonthThreeSaid, locale),
    cannotSentence(finding, locale),
  ].filter((sentence) => sentence !== '')
}

/** "August", "August and September", "August to October" */
export function monthsWords(months: readonly Month[], until: Month, locale: string): string {
  const [first, second] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return ''
  if (months.length === 1) return nearMonth(first, `${until}-01`, locale)
  const name = (month: Month) => nearMonth(month, `${until}-01`, locale)
  return months.length === 2
    ? `${name(first)} and ${name(second ?? last)}`
    : `${name(first)} to ${name(last)}`
}

/** A line without needless decimals: "20%", "17.5%". */
export const formatLine = (share: number, locale: string) =>
  Number.isInteger(Number((share * 100).toFixed(6)))
    ? formatWholeShare(share, locale)
    : formatShare(share, locale)

/** "editing over three months is above your 20% line" */
export function dueWords(reason: Finding['updateDue'][number], line: string, locale: string): string {
  switch (reason.kind) {
    case 'pooled':
      return `editing over ${numberWord(reason.months.length, locale)} months is above your ${line} line`
    case 'second_look':
      return `after a second look editing is still above your ${line} line`
    case 'whole_range':
      return `the whole likely range of editing is above your ${line} line`
  }
}

function signalWords(
  { limits }: Finding,
  { kind, side }: Finding['signals'][number],
  locale: string,
): string {
  if (!limits) return ''
  const trial = limits.state === 'trial' ? ' (trial limits)' : ''
  if (kind === 'outside') {
    return `Editing is ${side} its usual range of ${formatRange(limits.low, limits.high, locale)}${trial}`
  }
  return `Six months in a row ${side} the usual level of ${formatShare(limits.centre, locale)}${trial}`
}

/** The month's own moves first; several months together are named as such, never as the month itself. */
function movedHeadline(finding: Finding, locale: string): string {
  const { moves, recent, pooled, month } = finding
  const own = ownMove(finding, locale)
  const together = moves.pooledAgainstMonthThree.verdict
  const isNews = (together === 'more' || together === 'less') && together !== moves.monthThree.verdict
  const isRecent = recent?.direction === 'less' && moves.monthThree.verdict !== 'less' && !isNews
  const rest: { text: string; direction: Direction }[] = []
  if (isNews && pooled) {
    const text = `${monthsWords(pooled.months, month, locale)} together are ${places[together]} month 3 by more than chance`
    rest.push({ text, direction: together })
  }
  if (isRecent)
    rest.push({ text: 'the last two reviews lie below month 3 by more than chance', direction: 'less' })
  const said = rest.reduce((before, { text, direction }) => {
    if (before === '') return text
    return own?.direction === direction ? `${before}; ${text}` : `${before}, yet ${text}`
  }, own?.text ?? '')
  return capitalised(said)
}

type Direction = 'more' | 'less'

/**
 * Where the month lies against its references. Where they disagree, the nearest says which way it went, and the
 * others where it still is: "down on September, yet still above month 3".
 */
function ownMove(finding: Finding, locale: string): { text: string; direction: Direction } | null {
  const { lastMonth, threeMonths, monthThree } = finding.moves
  const direction = [lastMonth, threeMonths, monthThree].find(isMoved)?.verdict
  if (direction !== 'more' && direction !== 'less') return null
  const other = direction === 'more' ? 'less' : 'more'
  const went = list(movedReferences(finding, direction, locale))
  const still = list(movedReferences(finding, other, locale))
  const text =
    still === ''
      ? `Editing is ${places[direction]} ${went} by more than chance`
      : `Editing is ${ways[direction]} on ${went}, yet still ${places[other]} ${still}: each by more than chance`
  return { text, direction }
}

const ways = { more: 'up', less: 'down' } as const
const places = { more: 'above', less: 'below' } as const

/** "Editing was 20.7%, likely between 17% and 25%." */
function figureSentence(finding: Finding, locale: string): string {
  const { figure, sample, secondLook } = finding
  const share = formatShare(figure.mean ?? 0, locale)
  const more = secondLook ? `, ${secondLook.added} of them in a second look` : ''
  if (sample === 'by_hand') {
    return `Editing was ${share} in ${countOf(figure.known, 'output')} chosen by hand: they show what can happen, not how often.`
  }
  return `Editing was ${share}${likely(figure, locale)}, in ${countOf(figure.known, 'output')}${more}.`
}

const likely = ({ range }: Pick<Figure, 'range'>, locale: string) =>
  range
    ? `, likely between ${formatWholeShare(range.low, locale)} and ${formatWholeShare(range.high, locale)}`
    : ''

/** "August to October: 21.3% in 30 outputs, above month 3 by more than chance." */
function pooledSentence({ pooled, moves, month }: Finding, locale: string): string {
  if (!pooled || pooled.figure.mean === null) return ''
  const against: Readonly<Record<MoveVerdict, string>> = {
    more: ', above month 3 by more than chance',
    less: ', below month 3 by more than chance',
    about_the_same: ', about the same as month 3',
    cannot_be_compared: '',
  }
  const outputs = countOf(pooled.figure.known, 'output')
  const share = formatShare(pooled.figure.mean, locale)
  return `${monthsWords(pooled.months, month, locale)}: ${share} in ${outputs}${against[moves.pooledAgainstMonthThree.verdict]}.`
}

/** "+8.6 points against August: more than chance." of each reference the month itself moved from. */
function movedSentence(finding: Finding, isMonthThreeSaid: boolean, locale: string): string {
  const moved = (['monthThree', 'lastMonth', 'threeMonths'] as const).flatMap((kind) => {
    const move = finding.moves[kind]
    const isSaid = kind === 'monthThree' && isMonthThreeSaid && move.verdict === 'more'
    const difference = shownMove(move)
    if (isSaid || !isMoved(move) || difference === null) return []
    return [`${formatPoints(difference, locale)} against ${referenceName(finding, kind, locale)}`]
  })
  return moved.length === 0 ? '' : `${list(moved)}: more than chance.`
}

function recentSentence({ recent, headline, month }: Finding, locale: string): string {
  if (recent?.direction !== 'more') return ''
  const figure = `${monthsWords(recent.months, month, locale)}: ${formatShare(recent.mean, locale)} in ${countOf(recent.n, 'output')}`
  const level = `month 3 was ${formatShare(recent.levelMean, locale)}`
  const next = headline.kind === 'early_sign' ? ' Complaints usually follow in four to six weeks.' : ''
  return `${figure}; ${level}: more than chance.${next}`
}

/** "Ten outputs cannot tell on which side of your 20% line it lies, nor October from September." */
function cannotSentence(finding: Finding, locale: string): string {
  const { figure, againstLines, lines, headline, moves, sample } = finding
  if (sample === 'by_hand') return ''
  const isOpen =
    againstLines?.update === 'open'
      ? lines?.update
      : againstLines?.target === 'open'
        ? lines?.target
        : undefined
  const side = isOpen === undefined ? '' : `on which side of your ${formatLine(isOpen, locale)} line it lies`
  const last = moves.lastMonth
  const isLikeLast = last.verdict === 'about_the_same' && last.months[0] !== undefined
  const months = isLikeLast
    ? `${formatMonthName(finding.month, locale)} from ${referenceName(finding, 'lastMonth', locale)}`
    : ''
  const what = [headline.kind === 'update_due' ? '' : side, months].filter((part) => part !== '')
  const cause = headline.kind === 'update_due' || headline.kind === 'early_sign'
  if (what.length === 0) return cause ? 'No figure tells the cause.' : ''
  const outputs = `${capitalised(numberWord(figure.known, locale))} ${figure.known === 1 ? 'output' : 'outputs'}`
  return `${outputs} cannot tell ${what.join(', nor ')}${cause ? ', and no figure tells the cause' : ''}.`
}

/** The references a month is about the same as: "month 3", "September". */
export const sameReferences = (finding: Pick<Finding, 'month' | 'moves'>, locale: string) =>
  (['monthThree', 'lastMonth', 'threeMonths'] as const)
    .filter((kind) => finding.moves[kind].verdict === 'about_the_same')
    .map((kind) => referenceName(finding, kind, locale))

const byHand = ({ sample }: Finding) => (sample === 'by_hand' ? ', in outputs chosen by hand' : '')

const countOf = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

function numberWord(n: number, locale: string): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  return words[n] ?? formatNumber(n, 0, locale)
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
