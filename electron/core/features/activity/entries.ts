import type { ActivityEntry } from '../../../../shared/contract/reports/activity.ts'
import { capital, deedWords } from '../../../../shared/domain/activity/deeds.ts'
import { differencesOf } from '../../../../shared/domain/activity/differences.ts'
import { formatDay, formatMonth } from '../../../../shared/domain/format.ts'
import type { ActivityRepository, LogRow } from './repository.ts'

/** Entries that say which side of a pair is which. */
export const tellingEntities = [
  'model_test',
  'test_input',
  'test_output',
  'test_pair',
  'sent_request',
] as const

/** How much of an entry is shown: differences, and characters of each text. */
export type Extent = { differences: number; characters: number }

type Reading = {
  repository: ActivityRepository
  ownerAt: (instant: string) => string
  /** Entries of model tests from then on say only what was done; null while none is judged. */
  judgedSince: string | null
  locale: string
}

/** A row of the log in the owner's words. */
export function toEntry(row: LogRow, reading: Reading, extent: Extent): ActivityEntry {
  const { repository, ownerAt, judgedSince, locale } = reading
  const isHidden =
    judgedSince !== null && row.at >= judgedSince && tellingEntities.some((each) => each === row.entity)
  const [before, after] = [stateOf(row.before), stateOf(row.after)]
  const all = isHidden ? [] : differencesOf(before, after, { nameOf: repository.nameOf, locale })
  return {
    seq: row.seq,
    at: row.at,
    who: whoDid(row, ownerAt),
    what: deedWords(row.entity, row.action, row.label),
    about: aboutOf(row, isHidden ? null : (after ?? before), reading),
    differences: all.slice(0, extent.differences).map(({ field, before, after }) => ({
      field,
      before: beginning(before, extent.characters),
      after: beginning(after, extent.characters),
    })),
    more: Math.max(0, all.length - extent.differences),
    isHidden,
  }
}

export const evenkeel = 'Evenkeel'
/** Where no owner was named. */
export const someOwner = 'The owner'

const whoDid = ({ actor, at }: LogRow, ownerAt: Reading['ownerAt']) =>
  actor === 'evenkeel' ? evenkeel : actor === 'owner' ? ownerAt(at) || someOwner : capital(actor)

const beginning = (text: string, characters: number) =>
  text.length <= characters ? text : `${text.slice(0, characters).toWellFormed()}…`

/** What an entry is about: the workflow, then what of it. */
function aboutOf(row: LogRow, state: unknown, { repository, locale }: Reading): string {
  const workflow = row.workflow_id === null ? null : repository.nameOf('workflowId', row.workflow_id)
  const parts = [workflow, ...placesOf(row, state, repository, locale)]
  const own = row.entity === 'workflow' && workflow !== null ? null : ownName(row, state, locale)
  return [...parts, own].filter((part) => part !== null && part !== '').join(', ')
}

function placesOf(
  row: LogRow,
  state: unknown,
  repository: ActivityRepository,
  locale: string,
): (string | null)[] {
  const id = Number.parseInt(row.entity_id, 10)
  const monthOf = (reviewId: number) => {
    const month = repository.monthOfReview(reviewId)
    return month && formatMonth(month, locale)
  }
  switch (row.entity) {
    case 'review':
    case 'finding':
      return [monthOf(id)]
    case 'review_item': {
      const place = repository.placeOfItem(id)
      return [
        monthOf(Number(row.subject?.slice('review:'.length))),
        place === null ? null : `output ${place}`,
      ]
    }
    case 'month':
    case 'sealed_month':
      return [formatMonth(row.entity_id.slice(-7), locale)]
    case 'document':
    case 'live_check':
      return [repository.nameOf('documentId', id)]
    case 'change':
      return [`change ${id}`]
    case 'foundation_review':
    case 'model_test': {
      const day =
        row.entity === 'model_test' ? fieldOf(state, 'held_on') : repository.dayOfFoundationReview(id)
      return [day && formatDay(day, locale)]
    }
    default:
      return []
  }
}

const namesInOrder = ['name', 'what', 'text', 'term', 'source', 'headline', 'model'] as const
/** Kinds of entries that their place names already. */
const isPlaced = new Set(['document', 'review', 'review_item', 'finding', 'foundation_review', 'model_test'])

function ownName(row: LogRow, state: unknown, locale: string): string | null {
  if (isPlaced.has(row.entity)) return null
  for (const key of namesInOrder) {
    const name = fieldOf(state, key)
    if (name && name !== row.label) return beginning(name, 80)
  }
  const period = fieldOf(state, 'heldOn')
  return period && formatDay(period, locale)
}

const stateOf = (json: string | null): unknown => (json === null ? null : JSON.parse(json))

function fieldOf(state: unknown, key: string): string | null {
  const value = state !== null && typeof state === 'object' ? Reflect.get(state, key) : null
  return typeof value === 'string' ? value : null
}
