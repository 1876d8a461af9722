import { classNames } from '../lib/class-names.ts'
import styles from './progress.module.css'

type ProgressProps = {
  label: string
  value: number
  max: number
  className?: string | undefined
}

/** How far something is. */
export function Progress({ className, label, ...bar }: ProgressProps) {
  return <progress className={classNames(styles.progress, className)} aria-label={label} {...bar} />
}
