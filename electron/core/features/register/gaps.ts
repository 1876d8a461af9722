import type { RegisterEntry, RegisterFields } from '../../../../shared/contract/register.ts'
import { eachRegisterText, registerTextIds, registerTexts } from '../../../../shared/domain/register-texts.ts'

/** Before anything is written. */
export const emptyEntry: RegisterFields = {
  deputy: '',
  dataClass: null,
  ...eachRegisterText(() => ''),
  nextReviewOn: null,
}

/** The answers of the entry itself that are missing, in short plain words. */
export function missingAnswers(entry: RegisterFields): string[] {
  const missing: [boolean, string][] = [
    [entry.deputy === '', 'No deputy'],
    [entry.dataClass === null, 'The kind of data it handles is not chosen'],
    ...registerTextIds.map((id): [boolean, string] => [entry[id] === '', registerTexts[id].missing]),
  ]
  return missing.flatMap(([isMissing, words]) => (isMissing ? [words] : []))
}

type Known = Omit<RegisterEntry, 'gaps'> & { hasPilot: boolean }

/** What is still missing in an entry, in short plain words; nothing for a workflow that is retired. */
export function gapsOf(entry: Known): string[] {
  if (entry.stage === 'retired') return []
  const missing: [boolean, string][] = [
    [entry.owner === '', 'No owner'],
    ...missingAnswers(entry).map((words): [boolean, string] => [true, words]),
    [entry.release === null && !entry.hasPilot, 'What it runs on is not on record'],
    [entry.dependencies.length === 0, 'The data it depends on is not listed'],
    ...entry.dependencies.flatMap(({ source, noticed, ifItStops }): [boolean, string][] => [
      [noticed === '', `${source}: how it would be noticed is not written down`],
      [ifItStops === '', `${source}: what breaks if it stops is not written down`],
    ]),
    [entry.nextReviewOn === null, 'No date for the next review of this entry'],
  ]
  return missing.flatMap(([isMissing, words]) => (isMissing ? [words] : []))
}
