import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import layout from './layout.module.css'

/** Buttons side by side, and what is said beside them. */
export function Actions({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <div className={classNames(layout.actions, className)}>{children}</div>
}
