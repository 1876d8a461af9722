import { Link } from 'wouter'
import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import { wordsOf } from '../../api/errors.ts'
import styles from './foundation-reviews.module.css'
import { placeOfProblem } from './problem-place.ts'
import { reviewPath, words } from './words.ts'

type Props = { readonly review: FoundationReview; readonly error: unknown }

/** What keeps the review from being finished, each with the way to where it is put right. */
export function FinishProblems({ review, error }: Props) {
  const { message, problems } = wordsOf(error)
  const list = problems.length > 0 ? problems : [{ message, field: undefined }]
  const path = reviewPath(review.id)
  return (
    <div className={styles.problems} role="alert">
      <b>{words.theReviewIsNotFinished}</b>
      <ul>
        {list.map((problem) => {
          const place = placeOfProblem(problem.field)
          return (
            <li key={`${problem.field} ${problem.message}`}>
              {place === null && problem.message}
              {place === 'task-list' && <Link href={path}>{problem.message}</Link>}
              {typeof place === 'number' && (
                <Link href={`${path}/session`} state={{ sectionId: place }}>
                  {problem.message}
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
