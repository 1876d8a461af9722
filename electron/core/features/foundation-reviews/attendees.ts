import type { Attendee } from '../../../../shared/contract/foundation-reviews.ts'

type Named = Pick<Attendee, 'name' | 'role'>

/**
 * Who is likely to be there: whoever was at the last review, or, where there was none or all of them have left,
 * the owners of the workflows and whoever checks a section. Each once, without those who left.
 */
export function likelyAttendees({
  last,
  named,
  people,
}: {
  last: readonly Named[]
  /** Process owners and verifiers; names are the key, and some are empty. */
  named: readonly string[]
  people: readonly (Named & { hasLeft: boolean })[]
}): Named[] {
  const known = new Map(people.map((person) => [keyOf(person.name), person]))
  const isHere = ({ name }: Named) => keyOf(name) !== '' && known.get(keyOf(name))?.hasLeft !== true
  const lastHere = last.filter(isHere).map(({ name, role }) => ({ name, role }))
  if (lastHere.length > 0) return lastHere
  const here = named
    .map((name) => ({ name: name.trim(), role: known.get(keyOf(name))?.role ?? '' }))
    .filter(isHere)
  return [...new Map(here.toReversed().map((each) => [keyOf(each.name), each])).values()].toReversed()
}

const keyOf = (name: string) => name.trim().toLowerCase()
