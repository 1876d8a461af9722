import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { desktop } from '../api/desktop.ts'
import { forgetSaved, useSavedFile } from '../api/saved-files.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

/** How long it stands, in milliseconds. */
const shownFor = 30_000

/** In the desktop app: what was just saved where the owner said, and the way to it. */
export function SavedNote() {
  const name = useSavedFile()
  useEffect(() => {
    if (name === null) return
    const timer = setTimeout(forgetSaved, shownFor)
    return () => clearTimeout(timer)
  }, [name])
  if (name === null) return null
  return (
    <div className={styles.savedNote} role="status">
      <span>{words.savedAs(name)}</span>
      <Button variant="default" onClick={() => void desktop()?.showSaved()}>
        {words.showInFolder}
      </Button>
      <Button variant="subtle" onClick={forgetSaved}>
        {words.close}
      </Button>
    </div>
  )
}
