import type { ReviewItem } from '../../../../shared/contract/reviews.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { minutesPatch, minutesProblem, minutesText } from './minutes.ts'
import { useDraft } from './use-draft.ts'
import type { ReviewSession } from './use-review-session.ts'

/** The minutes of an output while they are typed; `problem` is set once leaving them as typed was tried. */
export function useMinutes(session: ReviewSession, item: ReviewItem) {
  const source = item.minutesSource ?? session.habits.minutesSource
  const field = useDraft({
    itemId: item.id,
    drafts: session.drafts,
    stored: minutesText(item.editMinutes, locale),
    problemOf: (text) => minutesProblem(text, locale),
    store: (text) => {
      const patch = minutesPatch(text, source, item.editMinutes, locale)
      if (patch) session.choose(patch)
    },
  })
  const problem = session.pointsOut === 'nothing' ? null : minutesProblem(field.text, locale)
  return { ...field, source, problem }
}
