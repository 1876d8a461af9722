import type { Lines } from '../status.ts'

/** What is known of one output; minutes are of the person who corrected it, `byHandMinutes` of the whole job. */
export type Measurable = {
  aiText: string
  finalText: string | null
  editMinutes: number | null
  byHandMinutes: number | null
}

/** An output's editing: the share (0..1, above 1 only where a measure has no most), and the words behind it. */
export type Editing = { editing: number | null; wordsChanged: number | null; wordsLonger: number | null }

/** What an output of a reviewed workflow has in a row of the workbook. */
type Counted = 'editMinutes' | 'byHandMinutes' | 'wordsChanged' | 'wordsLonger'

/** How many outputs of a month came with what a measure needs. */
export type PoolCounts = { outputCount: number; withFinalCount: number; withMinutesCount: number }

/** One way to measure editing: everything that is different about it. */
export type MeasureRules = {
  /** Its name in a table, in the middle of a sentence, and what a share is of. */
  label: string
  name: string
  unit: string
  /** What its share is of, beside a figure, and what it is, beside a chart. */
  shareOf: string
  meaning: string
  /** What it is, for the guide of a workbook and for the form where it is chosen. */
  definition: string
  explanation: string
  /** When to choose it, after its label. */
  suits: string
  /** The largest share there can be; undefined where there is none. */
  most: number | undefined
  /** The lines a new workflow starts with; null where they are found from its own outputs. */
  lines: Lines | null
  /** True where the job's minutes by hand have to be agreed. */
  needsByHand: boolean
  /** What a review asks for each output; null where nothing is typed. */
  asks: 'minutes' | null
  /** What a review shows where nothing is typed: where the share comes from, why there is none, and a share of 0. */
  shows: { from: string; unknown: string; none: string } | null
  compute: (output: Measurable) => Editing
  /** How a workflow is measured, in a few words of the change log. */
  describe: (workflow: Pick<Measurable, 'byHandMinutes'>) => string
  /** Why a workflow's figure cannot be told yet; null when it can. */
  obstacle: (workflow: Pick<Measurable, 'byHandMinutes'>) => string | null
  /** What an output without a figure lacks: "without a final version". */
  lacks: string
  /** What to know before a draw about what is missing in the files; null where nothing is. */
  missing: (pool: PoolCounts, written: (count: number) => string) => string | null
  /** The share is the first divided by the second. */
  parts: readonly [Counted, Counted]
}

export const unknownEditing: Editing = { editing: null, wordsChanged: null, wordsLonger: null }
