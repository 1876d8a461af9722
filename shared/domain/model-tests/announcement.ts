import { type Day, isDay } from '../time/dates.ts'

/** What a provider announced, as far as its text says so: the models it names, and the first day it names. */
export type Announcement = { models: string[]; day: Day | null }

const modelId = /\b[a-z]{2,}(?:-[a-z0-9.]*[a-z0-9])+\b/gi
const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const monthName = months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')
const days: readonly RegExp[] = [
  /\b(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\b/i,
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? (?<month>${monthName}),? (?<year>\\d{4})\\b`, 'i'),
  new RegExp(`\\b(?<month>${monthName}) (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>\\d{4})\\b`, 'i'),
]

/** A word with hyphens and a digit is taken for a model's id, "claude-sonnet-4-5" but not "fine-tuned". */
export function readAnnouncement(text: string): Announcement {
  const ids = [...text.matchAll(modelId)].map(([id]) => id).filter((id) => /\d/.test(id))
  return { models: [...new Set(ids)], day: dayIn(text) }
}

/** The model to try: the first one named that is not in use; empty where none is named. */
export function candidateIn(text: string, inUse: readonly string[]): string {
  const known = new Set(inUse.map((model) => model.toLowerCase()))
  return readAnnouncement(text).models.find((model) => !known.has(model.toLowerCase())) ?? ''
}

function dayIn(text: string): Day | null {
  for (const pattern of days) {
    const { year, month = '', day = '' } = pattern.exec(text)?.groups ?? {}
    if (!year) continue
    const byName = months.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase())) + 1
    const found = `${year}-${byName > 0 ? String(byName).padStart(2, '0') : month}-${day.padStart(2, '0')}`
    if (isDay(found)) return found
  }
  return null
}
