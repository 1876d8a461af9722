import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import styles from './card.module.css'

/** A surface with a hairline around it. */
export function Card({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <div className={classNames(styles.card, className)}>{children}</div>
}
