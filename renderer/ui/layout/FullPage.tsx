import { type ReactNode, useEffect, useRef } from 'react'
import { classNames } from '../lib/class-names.ts'
import { useWindowTitle } from '../lib/useWindowTitle.ts'
import { BrandMark } from '../marks/BrandMark.tsx'
import styles from './full-page.module.css'
import { useLoadState } from './useLoadState.ts'
import { words } from './words.ts'

type FullPageProps = {
  title: string
  eyebrow?: ReactNode
  lead?: ReactNode
  isWide?: boolean
  children: ReactNode
}

/**
 * A page of its own, without the side bar: a step of the first run, or a reason why nothing else can be
 * shown. The keyboard starts in its first field, or on its first button.
 */
export function FullPage({ title, eyebrow, lead, isWide = false, children }: FullPageProps) {
  const column = useRef<HTMLDivElement>(null)
  useWindowTitle(title)
  useEffect(() => {
    const first = column.current?.querySelector('form input') ?? column.current?.querySelector('button')
    if (first instanceof HTMLElement) first.focus()
  }, [])
  return (
    <main className={styles.page} data-app-state={useLoadState()}>
      <div ref={column} className={classNames(styles.column, isWide && styles.wide)}>
        <div className={styles.brand}>
          <BrandMark />
          {words.evenkeel}
        </div>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
    </main>
  )
}
