import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import styles from './on-paper.module.css'

/** What is printed in place of the screen it stands on; on screen it is not there. */
export function OnPaper({ children }: { children: ReactNode }) {
  return createPortal(<div className={styles.paper}>{children}</div>, document.body)
}
