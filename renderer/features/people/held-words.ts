import type { Held, HeldKind } from '../../../shared/contract/people.ts'
import { formatDay } from '../../../shared/domain/format.ts'

const terms: Readonly<Record<HeldKind, string>> = {
  workflow: 'Owns',
  deputy: 'Stands in for',
  section: 'Checks',
  action: 'Still has to do',
  dependency: 'Answers for',
  incident: 'Open incidents',
  review: 'Takes part in the Foundation review of',
}

/** What hangs on a person, by what they are to it; kinds with nothing are left out. */
export function heldWords(holds: readonly Held[], locale: string): { term: string; names: string[] }[] {
  return [...Map.groupBy(holds, ({ kind }) => kind)].map(([kind, list]) => ({
    term: terms[kind],
    names: list.map(({ name }) => (kind === 'review' ? formatDay(name, locale) : name)),
  }))
}
