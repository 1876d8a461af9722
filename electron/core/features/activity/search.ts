import { deedsSaying } from '../../../../shared/domain/activity/deeds.ts'
import { formatMonth } from '../../../../shared/domain/format.ts'
import type { ActivityRepository, SoughtWord } from './repository.ts'

type Names = Pick<ActivityRepository, 'workflows' | 'documents' | 'reviews'>

/** More words than that narrow nothing any more. */
const most = 10

/** The words of a search, with everything that goes by a name or a month that holds them. */
export function soughtWords(search: string, names: Names): SoughtWord[] {
  const words = [...new Set(search.trim().split(/\s+/))].filter((word) => word !== '').slice(0, most)
  if (words.length === 0) return []
  const named = [names.workflows(), names.documents()] as const
  const reviews = names.reviews()
  return words.map((word) => soughtWord(word, named, reviews))
}

function soughtWord(
  word: string,
  [workflows, documents]: readonly [readonly Named[], readonly Named[]],
  reviews: ReturnType<Names['reviews']>,
): SoughtWord {
  const holds = (text: string) => text.toLowerCase().includes(word.toLowerCase())
  const ids = (all: readonly Named[]) =>
    JSON.stringify(all.flatMap(({ id, name }) => (holds(name) ? id : [])))
  // A month is shown by its English name and its year.
  const ofMonth = reviews.filter(({ month }) => holds(formatMonth(month, 'en-GB')))
  return {
    like: containing(word),
    inJson: containing(JSON.stringify(word).slice(1, -1)),
    deeds: JSON.stringify(deedsSaying(word.toLowerCase())),
    workflows: ids(workflows),
    documents: ids(documents),
    reviews: JSON.stringify(ofMonth.map(({ id }) => id)),
    months: JSON.stringify([...new Set(ofMonth.map(({ month }) => month))]),
    number: /^\d{1,9}$/.test(word) ? word : null,
  }
}

type Named = { id: number; name: string }

const containing = (text: string) => `%${text.replaceAll(/[!%_]/g, '!$&')}%`
