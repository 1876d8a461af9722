import type { ChangeEffect, Look } from './effect.ts'

/** What came of a change in one workflow, with the figures (fractions) that an imported log brought along. */
export type EffectOfWorkflow = Omit<ChangeEffect, 'number'> & {
  workflowId: number
  workflowName: string
  recordedBefore: number | null
  recordedAfter: number | null
}

/** The word an effect goes by. */
export type Standing =
  | 'planned'
  | 'called_off'
  | 'starting_point'
  | 'waiting'
  | 'better'
  | 'about_the_same'
  | 'worse'
  | 'cannot_be_told'
  | 'rolled_back'

export const standingLabels: Readonly<Record<Standing, string>> = {
  planned: 'Planned',
  called_off: 'Called off',
  starting_point: 'Starting point',
  waiting: 'Waiting',
  better: 'Better',
  about_the_same: 'About the same',
  worse: 'Worse',
  cannot_be_told: 'Cannot be told',
  rolled_back: 'Rolled back',
}

type Facts = Pick<EffectOfWorkflow, 'state' | 'looks' | 'recordedAfter' | 'rolledBackBy'>

/** Told Worse by itself, and the owner's to decide: neither kept nor gone back on, nor is another change on top. */
export const isLeftWorse = (
  effect: Facts & Pick<EffectOfWorkflow, 'keptOn' | 'nextChange' | 'sharedWith'>,
): boolean =>
  standingOf(effect) === 'worse' &&
  effect.keptOn === null &&
  effect.rolledBackBy === null &&
  effect.nextChange === null &&
  effect.sharedWith.length === 0

/** A figure recorded by hand in an imported log stands in for measuring, so nothing is told here. */
export const isRecordedByHand = ({ recordedAfter }: Pick<EffectOfWorkflow, 'recordedAfter'>) =>
  recordedAfter !== null

export function standingOf(effect: Facts): Standing {
  const { state, looks } = effect
  if (isRecordedByHand(effect)) return 'cannot_be_told'
  switch (state) {
    case 'planned':
    case 'called_off':
    case 'starting_point':
      return state
    case 'measure':
      return 'cannot_be_told'
    case 'undone':
      return effect.rolledBackBy === null ? 'cannot_be_told' : 'rolled_back'
    case 'pilot':
    case 'waiting':
      return 'waiting'
    case 'measured':
      return looks.at(-1)?.verdict ?? 'waiting'
  }
}

/** How sure a verdict is, from 0 (nothing told) to 3 (settled). */
export function certaintyOf({ stage, verdict }: Look): number {
  if (verdict === 'cannot_be_told') return 0
  return { first_look: 1, firming_up: 2, settled: 3 }[stage]
}

export const stageLabels: Readonly<Record<Look['stage'], string>> = {
  first_look: 'First look',
  firming_up: 'Firming up',
  settled: 'Settled',
}

/** The figures to show: those of the newest look, or those an imported log brought along. */
export function shownFigures({
  looks,
  recordedBefore,
  recordedAfter,
}: Pick<EffectOfWorkflow, 'looks' | 'recordedBefore' | 'recordedAfter'>): {
  before: number | null
  after: number | null
  isRecorded: boolean
} {
  const look = looks.at(-1)
  if (recordedAfter !== null || (!look && recordedBefore !== null)) {
    return { before: recordedBefore, after: recordedAfter, isRecorded: true }
  }
  return { before: look?.before.mean ?? null, after: look?.after.mean ?? null, isRecorded: false }
}

/** Whether an effect still waits for a review. */
export const isOpen = ({ state, waitingFor }: Pick<EffectOfWorkflow, 'state' | 'waitingFor'>) =>
  (state === 'waiting' || state === 'measured') && waitingFor !== null
