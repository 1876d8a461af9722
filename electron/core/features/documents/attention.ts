import type { Todo } from '../../../../shared/contract/results.ts'
import { formatDay, formatNumber } from '../../../../shared/domain/format.ts'
import { addDays } from '../../../../shared/domain/time/dates.ts'
import type { AttentionSource } from '../../attention.ts'
import type { Context } from '../../context.ts'

/** So long a wording may be in use before somebody has to have said that it is true. */
const graceDays = 30

type Unchecked = { id: number; name: string; liveOn: string }

/** What Home says of the Foundation's wordings: those in use that nobody ever checked, oldest first. */
export function createAttention({ db, clock }: Pick<Context, 'db' | 'clock'>): AttentionSource {
  const unchecked = db.prepare<[string], Unchecked>(`
    SELECT d.id, d.name, min(v.live_on) AS liveOn FROM documents d JOIN versions v ON v.document_id = d.id
    WHERE d.kind = 'section' AND v.live_on <= ?
      AND NOT EXISTS (SELECT 1 FROM verifications f WHERE f.document_id = d.id)
    GROUP BY d.id ORDER BY liveOn, d.id`)

  return (locale) => ({
    todos: todosOf(unchecked.all(addDays(clock.today(), -graceDays)), locale),
    dates: [],
  })
}

function todosOf(wordings: readonly Unchecked[], locale: string): Todo[] {
  const [oldest, ...others] = wordings
  if (!oldest) return []
  const since = formatDay(oldest.liveOn, locale)
  const nobody = `In use since ${since}, and nobody has said yet that it is true.`
  if (others.length === 0) {
    return [
      {
        id: `unchecked:${oldest.id}`,
        title: `${oldest.name} was never checked`,
        detail: nobody,
        action: 'Check it',
        target: { page: 'section', id: oldest.id },
        mark: null,
      },
    ]
  }
  return [
    {
      id: 'unchecked:all',
      title: `${formatNumber(wordings.length, 0, locale)} wordings were never checked`,
      detail: `The oldest is ${oldest.name}. ${nobody}`,
      action: 'Check them',
      target: { page: 'foundation' },
      mark: null,
    },
  ]
}
