import { type ReactNode, useEffect } from 'react'
import { BrandMark } from './BrandMark.tsx'
import { classNames } from './class-names.ts'
import styles from './full-page.module.css'
import { useLoadState } from './useLoadState.ts'

type FullPageProps = { title: string; children: ReactNode; eyebrow?: ReactNode; isWide?: boolean }

/** A page of its own, without the side bar: a first run, or a reason why nothing else can be shown. */
export function FullPage({ title, eyebrow, isWide = false, children }: FullPageProps) {
  useEffect(() => {
    document.title = `${title} – Evenkeel`
  }, [title])
  return (
    <main className={styles.page} data-app-state={useLoadState()}>
      <div className={classNames(styles.column, isWide && styles.wide)}>
        <div className={styles.brand}>
          <BrandMark />
          Evenkeel
        </div>
        {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  )
}
