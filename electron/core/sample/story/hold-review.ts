import { addDays, type Day } from '../../../../shared/domain/time/dates.ts'
import type { OpenCompany } from '../../open-company.ts'
import type { SampleFoundationReview } from '../company/foundation-reviews.ts'
import { call } from './wordings.ts'

const secondsOfCard = 430

/** Goes through the Foundation with the process owners, section by section, until everybody has agreed. */
export async function holdReview(
  { foundationReviews }: OpenCompany['services'],
  { attendees, answers }: SampleFoundationReview,
  { heldOn, nextOn, pass }: { heldOn: Day; nextOn: Day | null; pass: (seconds: number) => void },
): Promise<void> {
  const { id } = await foundationReviews.prepare({ heldOn, attendees: [...attendees] }, call)
  const { cards } = await foundationReviews.start({ id }, call)
  const quick = cards.filter(
    ({ name, isQuick }) => isQuick && !answers.some(({ section }) => section === name),
  )
  if (quick.length > 0) {
    await foundationReviews.confirmQuick({ id, sectionIds: quick.map(({ sectionId }) => sectionId) }, call)
  }
  for (const { sectionId, name, rev } of cards) {
    if (quick.some((card) => card.sectionId === sectionId)) continue
    pass(secondsOfCard)
    await foundationReviews.spend({ id, sectionId, spent: [{ sectionId, seconds: secondsOfCard }] }, call)
    const said = answers.find(({ section }) => section === name)
    await foundationReviews.answer(
      {
        id,
        sectionId,
        rev,
        answer: said?.answer ?? 'yes',
        what: said?.what ?? '',
        who: said?.who ?? '',
        dueOn: said ? addDays(heldOn, said.inDays) : null,
        isParked: false,
      },
      call,
    )
  }
  const { attendees: present } = await foundationReviews.finish({ id, nextOn }, call)
  for (const { id: attendeeId } of present) {
    await foundationReviews.agree({ id, attendeeId, hasAgreed: true }, call)
  }
}
