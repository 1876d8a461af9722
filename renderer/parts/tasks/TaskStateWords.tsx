import type { TaskState } from '../../../shared/contract/reviews/reviews.ts'
import styles from './lists.module.css'
import { taskStates } from './words.ts'

/** How far a task is. What is finished is plain text, so that what is not stands out. */
export function TaskStateWords({ state }: { state: TaskState }) {
  return (
    <span className={styles.state} data-state={state}>
      {taskStates[state]}
    </span>
  )
}
