import type { Verdict } from '../../../shared/contract/reviews/item-state.ts'
import type { DrawMethod, ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import type { Measure } from '../../../shared/contract/workflows.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { isFitToSend } from '../../../shared/domain/reviews/judgement.ts'
import type { ReviewWorkbookModel, WorkbookReview } from './review-workbook-model.ts'
import type { GuidedSheet } from './workbook/workbook-guide.ts'
import type { GuidedColumn, SheetRow } from './workbook/workbook-sheet.ts'
import { alarming } from './workbook/workbook-styles.ts'

const sampleLabels: Readonly<Record<DrawMethod, string>> = {
  random: 'Random',
  all: 'All',
  by_hand: 'By hand',
}
const verdictLabels: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  not_met: 'Not met',
  not_applicable: 'N/A',
}
const yesNo = (value: boolean) => (value ? 'Yes' : 'No')
const fitWords = { fit: 'Yes', not_fit: 'No' } as const

const whichOutput: readonly GuidedColumn[] = [
  {
    header: 'Output ID',
    key: 'outputId',
    width: 12,
    kind: 'count',
    meaning: 'Evenkeel’s number for the output.',
  },
  {
    header: 'Source ID',
    key: 'externalId',
    width: 20,
    kind: 'text',
    wraps: true,
    meaning: 'Its ID or link in the system it came from, where the file said so.',
  },
  {
    header: 'Workflow',
    key: 'workflow',
    width: 22,
    kind: 'text',
    wraps: true,
    meaning: 'The AI workflow that wrote it.',
  },
  {
    header: 'Month',
    key: 'month',
    width: 12,
    kind: 'month',
    meaning: 'The month whose review it was drawn for.',
  },
  {
    header: 'Output date',
    key: 'occurredOn',
    width: 13,
    kind: 'date',
    meaning: 'The day it was written, where the file said so.',
  },
  {
    header: 'Reviewed on',
    key: 'reviewedOn',
    width: 13,
    kind: 'date',
    meaning: 'The day its review was finished.',
  },
  {
    header: 'Sample',
    key: 'sample',
    width: 11,
    kind: 'text',
    meaning: 'How it came into the review. See Sampling below.',
    allowed: Object.values(sampleLabels).join(', '),
  },
]

const judgement: readonly GuidedColumn[] = [
  {
    header: 'Fit to send',
    key: 'fitToSend',
    width: 11,
    kind: 'text',
    words: fitWords,
    colours: { not_fit: alarming } satisfies Partial<Record<keyof typeof fitWords, string>>,
    meaning: 'No as soon as a must-pass standard is not met.',
    allowed: 'Yes, No',
  },
  {
    header: 'Satisfaction',
    key: 'satisfaction',
    width: 15,
    kind: 'count',
    meaning: 'How satisfied with this output.',
    allowed: '1 to 5',
  },
  {
    header: 'Rated by',
    key: 'ratedBy',
    width: 12,
    kind: 'text',
    meaning: 'Whose satisfaction it is.',
    allowed: 'User, Reviewer',
  },
  {
    header: 'Edit minutes',
    key: 'editMinutes',
    width: 12,
    kind: 'decimal',
    meaning: 'Minutes a person spent correcting it.',
  },
  {
    header: 'Estimate',
    key: 'estimate',
    width: 12,
    kind: 'text',
    meaning: 'Yes where the reviewer estimated the edit minutes.',
    allowed: 'Yes, No',
  },
  {
    header: 'By-hand minutes',
    key: 'byHandMinutes',
    width: 12,
    kind: 'decimal',
    meaning: 'Minutes the job takes with no AI, as agreed at the time.',
  },
  {
    header: 'Words changed',
    key: 'wordsChanged',
    width: 12,
    kind: 'count',
    meaning: 'Words changed from the AI version to the final version.',
  },
  {
    header: 'Words longer version',
    key: 'wordsLonger',
    width: 12,
    kind: 'count',
    meaning: 'Words in the longer of the two versions.',
  },
  {
    header: 'Editing',
    key: 'editing',
    width: 12,
    kind: 'share',
    formula: (cell, row) => editingFormula(cell, row),
    meaning: 'Share of the output redone, by its workflow’s measure. A formula over the columns before it.',
  },
  {
    header: 'Flag',
    key: 'flag',
    width: 9,
    kind: 'text',
    meaning: 'Flagged for another look.',
    allowed: 'Yes, No',
  },
]

const texts: readonly GuidedColumn[] = [
  { header: 'Request', key: 'request', width: 40, meaning: 'What the AI was asked.' },
  { header: 'AI version', key: 'aiText', width: 60, meaning: 'What the AI wrote.' },
  { header: 'Final version', key: 'finalText', width: 60, meaning: 'What was used in the end.' },
  { header: 'Note', key: 'note', width: 40, meaning: 'The reviewer’s note.' },
].map((column) => ({ ...column, kind: 'text', onScreenOnly: true }))

/** One row per reviewed output. A standard's column is empty where the workflow has no such standard. */
export function outputsSheet(model: ReviewWorkbookModel, title: string): GuidedSheet {
  const reviews = new Map(model.reviews.map((review) => [review.reviewId, review]))
  return {
    name: 'Outputs',
    title,
    columns: [
      ...whichOutput,
      ...standardColumns(model.reviews),
      ...judgement,
      ...(model.withTexts ? texts : []),
    ],
    rows: rowsOf(model.outputs, reviews, model.withTexts),
  }
}

const standardKey = (name: string) => `standard ${name}`

/** A column per standard; workflows that share a name share its column. */
function standardColumns(reviews: readonly WorkbookReview[]): GuidedColumn[] {
  const all = reviews.flatMap(({ name, standards }) =>
    standards.map((standard) => ({ workflow: name, standard })),
  )
  return [...Map.groupBy(all, ({ standard }) => standard.name)].map(([name, uses]) => {
    const description = uses.find(({ standard }) => standard.description)?.standard.description
    const strict = uses.filter(({ standard }) => standard.isMustPass)
    const mustPass = [...new Set(strict.map(({ workflow }) => workflow))]
    return {
      header: name,
      key: standardKey(name),
      width: 12,
      kind: 'text',
      words: verdictLabels,
      colours: { not_met: alarming } satisfies Partial<Record<Verdict, string>>,
      meaning: [
        description ? `Quality standard: ${description}` : 'A quality standard.',
        mustPass.length === 0 ? '' : `Must-pass for ${mustPass.join(', ')}.`,
        'Empty where a workflow does not have it.',
      ]
        .filter(Boolean)
        .join(' '),
      allowed: Object.values(verdictLabels).join(', '),
    }
  })
}

async function* rowsOf(
  outputs: ReviewWorkbookModel['outputs'],
  reviews: ReadonlyMap<number, WorkbookReview>,
  withTexts: boolean,
): AsyncGenerator<SheetRow> {
  for await (const { reviewId, item } of outputs) {
    const review = reviews.get(reviewId)
    if (!review) throw new Error(`Output ${item.output.id} belongs to no review of the period`)
    const row = outputRow(review, item)
    yield withTexts ? { ...row, ...textsOf(item) } : row
  }
}

function outputRow(review: WorkbookReview, item: ReviewItem): SheetRow {
  const { figure } = review.result
  return {
    outputId: item.output.id,
    externalId: item.output.externalId,
    workflow: review.name,
    month: review.month,
    occurredOn: item.output.occurredOn,
    reviewedOn: review.finishedOn,
    sample: sampleLabels[review.drawMethod],
    ...marksOf(review, item),
    fitToSend: isFitToSend(item, review.standards) ? 'fit' : 'not_fit',
    satisfaction: item.satisfaction,
    ratedBy: item.satisfaction === null ? null : item.ratedBy === 'user' ? 'User' : 'Reviewer',
    editMinutes: item.editMinutes,
    estimate: item.editMinutes === null ? null : yesNo(item.minutesSource === 'estimate'),
    byHandMinutes: figure.byHandMinutes,
    wordsChanged: item.wordsChanged,
    wordsLonger: item.wordsLonger,
    editing: item.editing,
    measure: figure.measure,
    flag: yesNo(item.isFlagged),
  }
}

function marksOf({ standards }: WorkbookReview, { marks }: ReviewItem): SheetRow {
  const names = new Map(standards.map(({ id, name }) => [id, name]))
  return Object.fromEntries(
    marks.flatMap(({ standardId, verdict }) => {
      const name = names.get(standardId)
      return name && verdict ? [[standardKey(name), verdict]] : []
    }),
  )
}

const textsOf = ({ output, note }: ReviewItem): SheetRow => ({
  request: output.request,
  aiText: output.aiText,
  finalText: output.finalText,
  note,
})

function editingFormula(cell: (key: string) => string, row: SheetRow): string | null {
  const [part, whole] = measures[row.measure as Measure].parts
  if (typeof row[part] !== 'number' || typeof row[whole] !== 'number') return null
  return `IF(${cell(whole)}=0,0,${cell(part)}/${cell(whole)})`
}
