import {
  type Measure,
  type Stage,
  type Workflow,
  WorkflowFields,
} from '../../../shared/contract/workflows.ts'
import { measureIds, measures } from '../../../shared/domain/figures/measures/index.ts'
import { parseNumber } from '../../../shared/domain/format.ts'
import { words } from './words.ts'

/** A workflow as it is typed: numbers as text in the owner's notation, lines in per cent. */
export type WorkflowValues = {
  name: string
  purpose: string
  processOwner: string
  vendor: string
  model: string
  stage: Stage
  goLiveOn: string
  retiredOn: string
  monthlyVolume: string
  /** Empty until the owner has chosen. */
  measure: Measure | ''
  byHandMinutes: string
  targetLine: string
  updateLine: string
  sampleSize: string
}

const fieldsByPart = {
  about: [
    'name',
    'purpose',
    'processOwner',
    'vendor',
    'model',
    'stage',
    'retiredOn',
    'goLiveOn',
    'monthlyVolume',
  ],
  measure: ['measure', 'byHandMinutes'],
  lines: ['targetLine', 'updateLine', 'sampleSize'],
} as const satisfies Record<string, readonly (keyof WorkflowValues)[]>

/** The parts a workflow's form can show: what it is, how editing is measured, its lines and sample. */
export type WorkflowPart = keyof typeof fieldsByPart

/** A workflow that nothing was said about yet. */
export function newWorkflowValues(): WorkflowValues {
  return {
    name: '',
    purpose: '',
    processOwner: '',
    vendor: '',
    model: '',
    stage: 'production',
    goLiveOn: '',
    retiredOn: '',
    monthlyVolume: '',
    measure: '',
    byHandMinutes: '',
    targetLine: '',
    updateLine: '',
    sampleSize: '10',
  }
}

/** The lines a measure begins with, as they are typed; empty where they are found from its own outputs. */
export function firstLines(
  measure: Measure,
  locale: string,
): Pick<WorkflowValues, 'targetLine' | 'updateLine'> {
  const { lines } = measures[measure]
  return {
    targetLine: percent(lines?.target ?? null, locale),
    updateLine: percent(lines?.update ?? null, locale),
  }
}

/** A stored workflow as it would be typed. */
export function valuesOf(workflow: Workflow, locale: string): WorkflowValues {
  return {
    name: workflow.name,
    purpose: workflow.purpose,
    processOwner: workflow.processOwner,
    vendor: workflow.vendor,
    model: workflow.model,
    stage: workflow.stage,
    goLiveOn: workflow.goLiveOn ?? '',
    retiredOn: workflow.retiredOn ?? '',
    monthlyVolume: typed(workflow.monthlyVolume, locale),
    measure: workflow.measure,
    byHandMinutes: typed(workflow.byHandMinutes, locale),
    targetLine: percent(workflow.targetLine, locale),
    updateLine: percent(workflow.updateLine, locale),
    sampleSize: typed(workflow.sampleSize, locale),
  }
}

/** What was typed as a workflow; text that is no number becomes NaN, which no schema accepts. */
export function fieldsOf(values: WorkflowValues, locale: string): WorkflowFields {
  const number = (text: string) => parseNumber(text, locale) ?? Number.NaN
  const optional = (text: string) => (text.trim() === '' ? null : number(text))
  const share = (text: string) => (text.trim() === '' ? null : number(text) / 100)
  return {
    name: values.name.trim(),
    purpose: values.purpose.trim(),
    processOwner: values.processOwner.trim(),
    vendor: values.vendor.trim(),
    model: values.model.trim(),
    stage: values.stage,
    goLiveOn: values.goLiveOn === '' ? null : values.goLiveOn,
    retiredOn: values.stage !== 'retired' || values.retiredOn === '' ? null : values.retiredOn,
    monthlyVolume: optional(values.monthlyVolume),
    measure: values.measure === '' ? measureIds[0] : values.measure,
    byHandMinutes: optional(values.byHandMinutes),
    targetLine: share(values.targetLine),
    updateLine: share(values.updateLine),
    sampleSize: number(values.sampleSize),
  }
}

const numberMessages: Readonly<Record<string, string>> = {
  monthlyVolume: words.enterTheOutputsAMonth,
  targetLine: words.enterTheTargetAsA,
  updateLine: words.enterTheUpdateLineAs,
}

/** What keeps these values from being saved, by field, among the parts that are shown. */
export function problemsOf(
  values: WorkflowValues,
  parts: readonly WorkflowPart[],
  locale: string,
): Record<string, string> {
  const fields = fieldsOf(values, locale)
  const { error } = WorkflowFields.safeParse(fields)
  const found: Record<string, string> = {}
  for (const { path, message } of error?.issues ?? []) {
    const field = String(path[0])
    found[field] ??=
      numberMessages[field] ?? (field === 'sampleSize' ? sampleMessage(fields, message) : message)
  }
  if (values.measure === '') found.measure = words.chooseYesOrNo
  if (values.measure !== '' && measures[values.measure].needsByHand && values.byHandMinutes.trim() === '') {
    found.byHandMinutes = words.enterTheMinutesTheJob
  }
  if (fields.stage === 'retired' && fields.retiredOn === null) found.retiredOn = words.enterTheLastDay
  Object.assign(found, { ...lineProblems(fields, values.measure), ...found })
  const shown = shownFields(parts)
  return Object.fromEntries(Object.entries(found).filter(([field]) => shown.includes(field)))
}

/** Both lines or none; none only where the measure has none of its own. */
function lineProblems(
  { targetLine, updateLine }: WorkflowFields,
  measure: WorkflowValues['measure'],
): Record<string, string> {
  const needsLines = measure === '' || measures[measure].lines !== null
  if (targetLine === null && (needsLines || updateLine !== null))
    return { targetLine: words.enterTheTargetAsA }
  if (targetLine === null) return {}
  if (updateLine === null) return { updateLine: words.enterTheUpdateLineAs }
  return updateLine < targetLine ? { updateLine: words.theUpdateLineIsBelow } : {}
}

/** The fields of these parts. */
export function shownFields(parts: readonly WorkflowPart[]): readonly string[] {
  return parts.flatMap((part) => fieldsByPart[part])
}

function sampleMessage({ sampleSize }: WorkflowFields, message: string): string {
  return Number.isInteger(sampleSize) ? message : words.enterTheOutputsToDraw
}

const percent = (share: number | null, locale: string) => typed(share === null ? null : share * 100, locale)

/** A number as the owner types it: no grouping, their decimal mark. */
function typed(value: number | null, locale: string): string {
  return value === null ? '' : value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 2 })
}
