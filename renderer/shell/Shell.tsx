import type { ReactNode } from 'react'
import type { CompanyState } from '../../shared/contract/company.ts'
import { SignalCapture } from '../features/signals/SignalCapture.tsx'
import { SampleBand } from './SampleBand.tsx'
import { SavedNote } from './SavedNote.tsx'
import { SideBar } from './SideBar.tsx'
import styles from './shell.module.css'
import { words } from './words.ts'

type ShellProps = {
  state: CompanyState
  /** A review or a page to print takes the whole window: no side bar, and it brings its own main part. */
  isFullWindow: boolean
  children: ReactNode
}

/** The frame around every page: the band of the sample company, the side bar, the page. */
export function Shell({ state, isFullWindow, children }: ShellProps) {
  return (
    <div className={styles.window}>
      {state.isSample && <SampleBand />}
      {isFullWindow ? (
        <div className={styles.full}>{children}</div>
      ) : (
        <div className={styles.app}>
          <button type="button" className={styles.skip} onClick={skipToMain}>
            {words.skipToThePage}
          </button>
          <SideBar state={state} />
          <main className={styles.main} id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      )}
      <SignalCapture />
      <SavedNote />
    </div>
  )
}

// The address after # is the page, so a link to #main would leave it.
function skipToMain(): void {
  document.getElementById('main')?.focus()
}
