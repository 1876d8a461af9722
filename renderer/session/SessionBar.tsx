import type { ReactNode } from 'react'
import { locale } from '../ui/lib/locale.ts'
import { formatMoment } from '../ui/lib/moments.ts'
import type { Saving } from './saver.ts'
import styles from './session.module.css'
import { words } from './words.ts'

export type StepState = 'open' | 'current' | 'done'

type Props = {
  readonly title: string
  /** Which workflow, which day. */
  readonly about?: ReactNode
  readonly steps?: readonly { readonly id: number | string; readonly state: StepState }[]
  /** "Output 3 of 10". */
  readonly place?: ReactNode
  /** Time, rule and their like. */
  readonly children?: ReactNode
  readonly saving: Pick<Saving<unknown, unknown>, 'failure' | 'refused' | 'pending' | 'savedAt'>
  readonly onTaskList: () => void
}

/** Which session this is, how far it is, and whether everything said is stored. */
export function SessionBar({ title, about, steps = [], place, children, saving, onTaskList }: Props) {
  return (
    <header className={styles.bar}>
      <h1>{title}</h1>
      {about}
      {steps.length > 0 && (
        <span className={styles.steps} aria-hidden="true">
          {steps.map(({ id, state }) => (
            <i key={id} data-state={state} />
          ))}
        </span>
      )}
      {place !== undefined && <span className={styles.place}>{place}</span>}
      <span className={styles.barEnd}>
        {children}
        <span className={styles.saved}>{savedWords(saving)}</span>
        <button type="button" className={styles.barButton} onClick={onTaskList}>
          {words.taskList}
        </button>
      </span>
    </header>
  )
}

function savedWords({ failure, refused, pending, savedAt }: Props['saving']): string {
  if (failure !== null || refused !== null) return words.notSaved
  if (pending.some(({ isTyped }) => !isTyped)) return 'Saving…'
  return savedAt === null ? '' : `Saved ${formatMoment(savedAt, locale)}`
}
