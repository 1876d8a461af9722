import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import styles from './note.module.css'

type NoteProps = {
  /** What it means: something failed, take care, it went well, a suggestion. */
  tone: 'act' | 'watch' | 'good' | 'accent'
  /** Said aloud when it comes: at once, or when there is a pause. */
  role?: 'alert' | 'status'
  className?: string | undefined
  children: ReactNode
}

/** Words set apart from what is around them, with their tone as a bar at the left. */
export function Note({ tone, role, className, children }: NoteProps) {
  return (
    <div className={classNames(styles.note, className)} data-tone={tone} role={role}>
      {children}
    </div>
  )
}
