import type { ImportCount, ImportField } from '../../../shared/contract/imports.ts'
import { formatMonth, formatNumber } from '../../../shared/domain/format.ts'
import type { FieldWords } from '../../files/preview/field-words.ts'
import { count } from '../../parts/figures/words.ts'

export const outputFields: FieldWords<ImportField> = {
  labels: {
    aiText: 'AI version',
    finalText: 'Final version',
    request: 'Request',
    occurredOn: 'Date',
    externalId: 'ID or link',
    person: 'Person',
    editMinutes: 'Minutes to correct',
    satisfaction: 'Satisfaction, 1 to 5',
  },
  said: { editMinutes: 'the minutes to correct it' },
  title: 'request',
  texts: ['aiText', 'finalText'],
}

const monthsNamed = 3

/** "Bring in 4 rows: 3 new, 1 completed; October 3, November 1", "Bring in 45 rows of October 2026". */
export function countedWords(found: ImportCount, locale: string): string {
  const whole = (value: number) => formatNumber(value, 0, locale)
  const rows = found.new + found.completed
  if (rows === 0) return words.nothingNew
  const all = `Bring in ${count(rows, 'row', locale)}`
  const what = found.completed === 0 ? '' : `: ${whole(found.new)} new, ${whole(found.completed)} completed`
  const [only] = found.months
  if (!only) return `${all}${what}`
  if (found.months.length === 1)
    return `${all}${what === '' ? ' of ' : `${what}; `}${formatMonth(only.month, locale)}`
  const start = `${all}${what === '' ? ': ' : `${what}; `}`
  if (found.months.length > monthsNamed) return `${start}${whole(found.months.length)} months`
  const years = new Set(found.months.map(({ month }) => month.slice(0, 4)))
  const name = (month: string) => (years.size === 1 ? monthName(month, locale) : formatMonth(month, locale))
  return start + found.months.map(({ month, rows: each }) => `${name(month)} ${whole(each)}`).join(', ')
}

const monthName = (month: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-15T00:00:00Z`),
  )

type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  startReviewing: 'Start reviewing',
  howThisSampleWasDrawn: 'How this sample was drawn',
  theMonthsOutputsWereFrozen:
    'The month’s outputs were frozen, repeats were counted once, and a seeded generator picked from what was left. The same seed picks the same outputs, on any computer.',
  thereWereNoMoreOutputs: 'There were no more outputs than a sample needs, so all of them are in it.',
  theseOutputsWereChosenBy:
    'These outputs were chosen by hand, so figures say what can happen, not how often.',
  drawnFrom: 'Drawn from',
  differentOutput: 'different output',
  drawnAgainJustNow: 'Drawn again just now',
  theSameOutputsCameOut: 'The same outputs came out, in the same order',
  otherOutputsCameOutThe: 'Other outputs came out: the stored sample was changed',
  pickedOfAtRandom: (size: Shown, pool: Shown) => `Picked ${size} of ${pool} at random`,
  allAreInTheSample: (sampleSize: Shown) => `All ${sampleSize} are in the sample`,
  ofChosenByHand: (size: Shown, pool: Shown) => `${size} of ${pool} chosen by hand`,
  labelledAsChosenByHand: 'Labelled as chosen by hand everywhere.',
  comeAgainAmongThem: (outputs: Shown, isOne: boolean) =>
    `${outputs} of earlier months ${isOne ? 'comes' : 'come'} again among them, unlabelled, to see how steady your marks are. ${isOne ? 'It counts' : 'They count'} in no figure; Settings can switch this off.`,
  noneAreInReserve: 'None are in reserve.',
  moreInReserve: (reservesLeft: Shown, part: Shown) => `${reservesLeft} more ${part} in reserve.`,
  chooseByHand: 'Choose by hand',
  aSampleChosenByHand:
    'A sample chosen by hand shows what can happen, not how often. It is labelled “chosen by hand” everywhere and gets no likely range.',
  searchTheOutputs: 'Search the outputs',
  noOutputHoldsTheseWords: 'No output holds these words.',
  asTheyCameIn: 'as they came in',
  toUseTheseOutputs: 'Use these outputs',
  toUseThese: (size: Shown) => `Use these ${size}`,
  pickAtRandomInstead: 'Pick at random instead',
  theSame: (copies: Shown) => `${copies} the same`,
  from: 'From',
  on: 'On',
  newOutputs: 'New outputs',
  takeBack: 'Take back',
  broughtInSoFar: 'Brought in so far',
  newestFirst: (length: Shown) => `${length}, newest first`,
  takeBack2: (name: Shown) => `Take back ${name}`,
  takenBack: 'Taken back',
  inADrawnSample: 'Used in a review',
  newOutput: 'new output',
  nothingNew: 'Bring in 0 rows: nothing is new',
  completed: (completedCount: Shown) => `${completedCount} completed.`,
  goOnWith: (leadsTo: Shown) => `Go on with ${leadsTo}`,
  saveTheList: 'Save the list',
  readFrom: (rowCount: Shown, name: Shown) => `${rowCount} read from ${name}.`,
  inTheFile: (duplicateCount: Shown) => `${duplicateCount} in the file.`,
  alreadyIn: (alreadyInCount: Shown, part: Shown) => `${alreadyInCount} ${part} already in.`,
  ofOtherMonthsLeftOut: (otherMonthCount: Shown) => `${otherMonthCount} of other months left out.`,
  allHaveAFinalVersion: 'All have a final version.',
  noneHasAFinalVersion: 'None has a final version.',
  haveAFinalVersion: (withFinalCount: Shown) => `${withFinalCount} have a final version.`,
  byMonth: (join: Shown) => `By month: ${join}.`,
  request: 'Request',
  aiVersion: 'AI version',
  finalVersion: 'Final version',
  oneRowForEachOutput:
    'One row for each output. Cells copied from a spreadsheet fill several rows at once: request, AI version, final version. With their header row they are looked at like a file.',
  pastedCells: 'Pasted cells',
  output: (index: Shown) => `Output ${index}`,
  pasteWhatTheAiWrote: 'Paste what the AI wrote for at least one output.',
  to: (part: Shown, month: Shown) => `${part} to ${month}`,
  addOutputs: 'Add outputs',
  addRow: 'Add row',
  forWord: (outputCount: Shown, month: Shown) => `${outputCount} for ${month}`,
  toUseAll: (differentCount: Shown) => `Use all ${differentCount}`,
  pickAtRandom: (sampleSize: Shown) => `Pick ${sampleSize} at random`,
  differentRepeatsCountOnce: (differentCount: Shown) =>
    `${differentCount} of them are different; the others repeat one of these, and a repeat counts once.`,
  fewerThanSoAllOf: (sampleSize: Shown) =>
    `Fewer than ${sampleSize}, so all of them are reviewed. Add more outputs below for a surer figure.`,
  theDifferentOnes: (differentCount: Shown) => `the ${differentCount} different ones`,
  allOfThem: 'all of them',
  chancePicks: (sampleSize: Shown, of: Shown) => `Chance picks ${sampleSize} of ${of}.`,
  them: 'them',
  theMonthGoesOn: (last: Shown) =>
    `The month goes on until ${last}. What comes in after the draw has no part in it: wait for the rest, or draw from these.`,
  theyReachTo: (day: Shown, last: Shown) =>
    `They reach to ${day}, and the month goes on until ${last}. What comes in after the draw has no part in it: wait for the rest, or draw from these.`,
  chancePicksSoThatThe: (sampleSize: Shown, basis: Shown) =>
    `Chance picks ${sampleSize}, so that the result stands for ${basis}.`,
  emailAddresses: 'email addresses',
  phoneNumbers: 'phone numbers',
  cardNumbers: 'card numbers',
  accountNumbers: 'account numbers',
  mayHoldPersonalDataEverything: (personalDataCount: Shown, list: Shown) =>
    `${personalDataCount} may hold personal data (${list}). Everything stays on this computer, and texts are left out of workbooks unless you add them.`,
  chooseTheColumnThatHolds:
    'Choose the column that holds the AI version, or the one that holds the IDs or links. Everything else may stay unused.',
  byReference:
    'No column is the AI version, so these come in by reference: their IDs or links, days, people, minutes and ratings. No text is kept, and the review shows what to open.',
  byReferenceHasNoText:
    'This workflow measures the text that was changed, which needs the texts: editing stays unknown. To have a figure, choose minutes in the workflow’s Set-up.',
  cameByReference: 'By reference: no text is kept.',
  idsOrLinks: 'IDs or links, one a line',
  oneIdALine:
    'For outputs whose texts must stay where they are. The review shows the ID or link to open, and keeps your marks and minutes.',
  pasteAnId: 'Paste at least one ID or link.',
  lookAtThem: 'Look at them',
  pastedIds: 'Pasted IDs',
  someIds: (ids: number) => `${ids} ${ids === 1 ? 'ID or link' : 'IDs or links'}`,
  monthTheyBelongTo: 'Month they belong to',
  notNew: 'Rows that add no output',
  inAlready: (rows: Shown, isOne: boolean) => `${rows} ${isOne ? 'is' : 'are'} in already.`,
  getCompleted: (rows: Shown, isOne: boolean) =>
    `${rows} ${isOne ? 'is' : 'are'} in already and ${isOne ? 'gets' : 'get'} what is new.`,
  usedByAReview: (rows: Shown, isOne: boolean) =>
    `${rows} ${isOne ? 'was' : 'were'} used by a finished review and ${isOne ? 'stays as it was' : 'stay as they were'}.`,
  repeatARow: (rows: Shown, isOne: boolean) => `${rows} ${isOne ? 'repeats' : 'repeat'} another row.`,
  holdNoOutput: (rows: Shown, isOne: boolean) => `${rows} ${isOne ? 'holds' : 'hold'} no output.`,
  ofOtherMonths: (rows: Shown, isOne: boolean) => `${rows} ${isOne ? 'is' : 'are'} of other months.`,
  keepOutputsFrom: 'Keep outputs from',
  everyMonthInTheFile: 'Every month in the file',
  noDatesInThisFile: (value: Shown) => `No dates in this file. Use all of it for ${value}?`,
  youBroughtInExactlyThis: (slice: Shown) =>
    `You brought in exactly this on ${slice}. Bringing it in again adds nothing twice.`,
  pasteWhatTheAiWroteOr: 'Paste what the AI wrote, or empty this row.',
}
