import type { ReactNode } from 'react'
import layout from '../layout/layout.module.css'

/** Words that are read aloud, not shown. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className={layout.hidden}>{children}</span>
}
