import { formatNumber, formatWholeShare } from '../format.ts'
import { defaultLines, type Lines } from './status.ts'

/** An output's editing by both measures, as fractions of its text and of the time by hand. */
export type MeasuredPair = { text: number; minutes: number }

/** Where lines of time lie in text, as fractions, from so many pairs. */
export type TextLines = { lines: Lines; pairs: number }

const fewestPairs = 10

/**
 * What shares of text two shares of time were, by a Theil-Sen line of text on time: the median of all slopes,
 * so that no single contradicting pair moves it. Null below ten pairs, and where the pairs give no guide: time
 * does not rise with text, the stated times lie all on one side of the target line, or a line falls outside 0..1.
 */
export function textLinesOf(pairs: readonly MeasuredPair[], timeLines: Lines): TextLines | null {
  if (pairs.length < fewestPairs) return null
  const isAround =
    pairs.some(({ minutes }) => minutes <= timeLines.target) &&
    pairs.some(({ minutes }) => minutes >= timeLines.target)
  const line = isAround ? theilSen(pairs.map(({ minutes, text }) => ({ x: minutes, y: text }))) : null
  if (!line || line.slope <= 0) return null
  const at = (minutes: number) => line.intercept + line.slope * minutes
  const lines = { target: at(timeLines.target), update: at(timeLines.update) }
  return lines.target > 0 && lines.update < 1 ? { lines, pairs: pairs.length } : null
}

/** The median slope of all pairs with different x, and the median of what is left. Null where all x are equal. */
export function theilSen(
  points: readonly { x: number; y: number }[],
): { slope: number; intercept: number } | null {
  const slopes = points.flatMap((a, index) =>
    points.slice(index + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
  )
  const slope = median(slopes)
  if (slope === null) return null
  return { slope, intercept: median(points.map(({ x, y }) => y - slope * x)) ?? 0 }
}

/** "15% of the time was about 22% of the text here (rough guide, 10 pairs)" */
export function textLinesSentence({ lines, pairs }: TextLines, timeLines: Lines, locale: string): string {
  const time = formatWholeShare(timeLines.target, locale)
  const text = formatWholeShare(lines.target, locale)
  return `${time} of the time was about ${text} of the text here (rough guide, ${formatNumber(pairs, 0, locale)} pairs)`
}

/** What lines are found from: outputs with both text and minutes, and where those say they lie. */
type Guide = { noted: number; found: TextLines | null }

/** How far the lines of a text workflow are from being found, and how they are; the one sentence of every place. */
export function linesStanding({ noted, found }: Guide, byHandMinutes: number | null, locale: string): string {
  if (found) return `${textLinesSentence(found, defaultLines, locale)}.`
  const outputs = `${formatNumber(noted, 0, locale)} ${noted === 1 ? 'output' : 'outputs'}`
  if (noted > 0 && byHandMinutes === null) {
    return `${outputs} came with minutes. Say how many minutes the job takes by hand, and Evenkeel says where your lines lie in the text.`
  }
  if (noted < fewestPairs) {
    return `15 and 20% are shares of time; this workflow is measured by text. Its reviews ask the minutes too: from ten outputs with both, Evenkeel says where the lines lie in the text (${noted} so far).`
  }
  return `In ${outputs} the time does not rise with the text changed, so they say nothing of your lines.`
}

export type Contradiction = 'little_text_much_time' | 'much_text_no_time'

const littleText = 0.05
const muchTime = 0.15
const muchText = 0.5
const noTime = 0.02

/** Whether an output's two measures tell different stories: time spent on something else, or a slip. */
export function contradictionOf({ text, minutes }: MeasuredPair): Contradiction | null {
  if (text < littleText && minutes >= muchTime) return 'little_text_much_time'
  return text >= muchText && minutes < noTime ? 'much_text_no_time' : null
}

/** "2% changed, 25 minutes: research?" */
export function contradictionSentence(
  contradiction: Contradiction,
  { text, editMinutes }: { text: number; editMinutes: number },
  locale: string,
): string {
  const question = contradiction === 'little_text_much_time' ? 'research?' : 'is the time right?'
  const minutes = `${formatNumber(editMinutes, Number.isInteger(editMinutes) ? 0 : 1, locale)} ${editMinutes === 1 ? 'minute' : 'minutes'}`
  return `${formatWholeShare(text, locale)} changed, ${minutes}: ${question}`
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const upper = sorted[Math.floor(middle)]
  if (upper === undefined) return null
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? upper)) / 2 : upper
}
