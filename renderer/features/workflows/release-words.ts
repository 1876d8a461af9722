import type { DocumentKind, Release } from '../../../shared/contract/documents.ts'
import { formatDay } from '../../../shared/domain/format.ts'

type Question = { on: string; name: string; release: Release | null; locale: string }

/** What a workflow ran on that day, in one sentence; null is a day before the first release. */
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
