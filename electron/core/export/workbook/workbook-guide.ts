import { measures } from '../../../../shared/domain/figures/measures/index.ts'
import { linesOf } from '../../../../shared/domain/figures/status.ts'
import type { ReviewWorkbookModel } from '../review-workbook-model.ts'
import type { CellKind } from './workbook-cells.ts'
import type { GuidedColumn, Sheet, SheetColumn, SheetRow } from './workbook-sheet.ts'

const typeNames: Readonly<Record<CellKind, string>> = {
  text: 'Text',
  date: 'Date',
  month: 'Month',
  instant: 'Date and time',
  share: 'Percentage, one decimal',
  wholeShare: 'Percentage',
  points: 'Points, one decimal',
  count: 'Whole number',
  decimal: 'Number, one decimal',
}

const columns: readonly SheetColumn[] = [
  { header: 'Sheet', key: 'sheet', width: 13, kind: 'text' },
  { header: 'Column', key: 'column', width: 26, kind: 'text', wraps: true },
  { header: 'Meaning', key: 'meaning', width: 84, kind: 'text', wraps: true },
  { header: 'Type', key: 'type', width: 24, kind: 'text' },
  { header: 'Allowed values', key: 'allowed', width: 40, kind: 'text', wraps: true },
]

/** What the words of a report mean, to somebody who does not have Evenkeel. */
export const definitions: Readonly<Record<string, string>> = {
  'Empty and zero': 'An empty cell is unknown. A zero is a zero.',
  Editing:
    'How much of the work people still redo after the AI. The figure of a month is the plain average of its outputs. An unknown one is left out; one sent unchanged is 0.',
  ...Object.fromEntries(Object.values(measures).map(({ label, definition }) => [label, definition])),
  Status:
    'Editing, unrounded, against the workflow’s lines. On target: below the target line. Watch: from the target line to the update line. Update suggested: above the update line. Update due: above it with a second look, over three months, or with its whole likely range. Not enough yet: fewer than five known values. Finding your lines: a text workflow whose lines are not set yet.',
  'Likely range':
    'Where the figure of all the month’s outputs probably lies: the 95% range worked out from the spread of the sample. Ten outputs are a small sample, so it is wide. Empty where outputs were chosen by hand.',
  'Month-3 level':
    'The reference: the first review finished three months or more after go-live, together with the one before it. Until there is one, the latest review stands in for it.',
  Sampling:
    'Random: drawn without replacement from the month’s outputs, exact repeats counted once; the draw can be repeated from its stored seed. All: there were no more outputs. By hand: chosen by the owner; such outputs show what can happen, not how often.',
  Satisfaction: 'From 1, not at all satisfied, to 5, fully satisfied. Users and reviewer are kept apart.',
}

/** Every sheet and column, then definitions, lines, and where the workbook comes from. */
export function guideSheet(model: ReviewWorkbookModel, sheets: readonly GuidedSheet[]): Sheet {
  return columnGuide(
    sheets,
    [
      ...Object.entries(definitions).map(([term, meaning]) => about('Definitions', term, meaning)),
      ...model.workflows.map((workflow) =>
        about('Lines', workflow.name, linesInWords(workflow, model.locale)),
      ),
    ],
    model,
  )
}

/** Every column of a workbook's sheets, then `rows`, and where the workbook comes from. */
export function columnGuide(
  sheets: readonly GuidedSheet[],
  rows: readonly SheetRow[],
  origin: WorkbookOrigin,
): Sheet {
  return {
    name: 'Guide',
    title: 'How to read this workbook',
    columns,
    rows: [
      ...sheets.flatMap(columnRows),
      ...rows,
      about('About', 'Evenkeel version', origin.appVersion),
      about('About', 'Created', instantInWords(origin)),
    ],
  }
}

/** Which app made a workbook, and when; `zone` is the owner's. */
export type WorkbookOrigin = Pick<ReviewWorkbookModel, 'appVersion' | 'createdAt' | 'locale' | 'zone'>

export type GuidedSheet = Omit<Sheet, 'columns'> & { columns: readonly GuidedColumn[] }

const columnRows = (sheet: GuidedSheet): SheetRow[] =>
  sheet.columns.map(({ header, kind, meaning, allowed = null }) => ({
    sheet: sheet.name,
    column: header,
    meaning,
    type: typeNames[kind],
    allowed,
  }))

const about = (sheet: string, column: string, meaning: string): SheetRow => ({ sheet, column, meaning })

function linesInWords({ result }: ReviewWorkbookModel['workflows'][number], locale: string): string {
  const { targetLine, updateLine, standardsVersion, ruleVersion } = result.figure
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
  const lines = linesOf({ targetLine, updateLine })
  const target = lines && percent.format(lines.target)
  const update = lines && percent.format(lines.update)
  const said = lines
    ? `On target below ${target}, Watch from ${target} to ${update}, Update suggested above ${update}.`
    : 'No lines yet: they are found from outputs with both texts and minutes, or set by the owner.'
  return `${said} Worked out with version ${standardsVersion} of its quality standards and by rules ${ruleVersion}.`
}

function instantInWords({ createdAt, locale, zone }: WorkbookOrigin): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  return `${format.format(new Date(createdAt))} (${zone})`
}
