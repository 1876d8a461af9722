import { type ReactNode, useEffect, useRef } from 'react'
import { useWindowTitle } from '../lib/useWindowTitle.ts'
import { Actions } from './Actions.tsx'
import layout from './layout.module.css'
import styles from './page.module.css'
import { useLoadState } from './useLoadState.ts'

export type PageProps = {
  title: string
  /** Where this page belongs, above the title. */
  eyebrow?: ReactNode
  /** A fact beside the title; at the right edge while there are no actions. */
  aside?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

let hasShownPage = false

/** A page of the app: window title, the one h1, its actions and its content. */
export function Page({ title, eyebrow, aside, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useWindowTitle(title)
  useEffect(() => {
    // After a move to another page the keyboard continues at its top, unless the page placed it itself.
    const main = heading.current?.closest('main')
    if (hasShownPage && !main?.contains(document.activeElement)) heading.current?.focus()
    hasShownPage = true
  }, [])
  return (
    <div className={styles.page} data-app-state={useLoadState()}>
      <header className={styles.head}>
        {eyebrow && <div className={styles.eyebrow}>{eyebrow}</div>}
        <div className={layout.bar}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {aside && <div className={styles.aside}>{aside}</div>}
          {actions && <Actions className={styles.actions}>{actions}</Actions>}
        </div>
      </header>
      {children}
    </div>
  )
}
