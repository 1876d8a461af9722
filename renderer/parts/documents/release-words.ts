import type { DocumentKind, Release, RollOut, RollOutStage } from '../../../shared/contract/documents.ts'
import { formatDay } from '../../../shared/domain/format.ts'

export const rollOutLabels: Readonly<Record<RollOutStage, string>> = {
  testing: 'Testing',
  pilot: 'Pilot',
  production: 'Production',
  retired: 'Retired',
}

/** "Pilot with Support until 30 June 2026", or the stage alone. */
export function rollOutWords({ stage, team, until }: RollOut, locale: string): string {
  if (stage !== 'pilot') return rollOutLabels[stage]
  const who = team === '' ? '' : ` with ${team}`
  return `${rollOutLabels.pilot}${who}${until === null ? '' : ` until ${formatDay(until, locale)}`}`
}

/** What a team tried out beside it: "Release 5 was in pilot with Support." */
export function pilotSentence({ number, rollOut }: Release): string {
  return `Release ${number} was in pilot${rollOut.team === '' ? '' : ` with ${rollOut.team}`}.`
}

/** Whether another release, the one that runs, has taken its place. */
export function isReplaced({ number, rollOut }: Release, running: Release | null, today: string): boolean {
  return (
    rollOut.stage === 'production' && rollOut.since <= today && running !== null && running.number !== number
  )
}

type Question = { on: string; name: string; release: Release | null; locale: string }

/** What everyone ran on that day, in one sentence; null is a day before the first release in production. */
export function ranSentence({ on, name, release, locale }: Question): string {
  const day = formatDay(on, locale)
  if (release === null) return `On ${day} nothing was in force in your records for ${name}.`
  const prompt = release.parts.find(({ kind }) => kind === 'prompt')
  const model = release.parts.find(({ kind }) => kind === 'model')
  const sections = release.parts.filter(({ kind }) => kind === 'section').length
  const parts = [
    prompt && `prompt version ${prompt.version}`,
    model && `model version ${model.version}`,
    sections > 0 && `${sections} Foundation ${sections === 1 ? 'section' : 'sections'}`,
  ].filter((part) => typeof part === 'string')
  const ran = `On ${day} ${name} ran on release ${release.number}`
  return parts.length === 0 ? `${ran}.` : `${ran}: ${listed(parts)}.`
}

/** A release's part in a table: "Version 3", or the sections by name. */
export function partWords({ parts }: Release, kind: DocumentKind): string {
  const found = parts.filter((part) => part.kind === kind)
  if (found.length === 0) return '–'
  if (kind !== 'section') return found.map(({ version }) => `Version ${version}`).join(', ')
  return found.map(({ name, version }) => `${name} ${version}`).join(', ')
}

function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
