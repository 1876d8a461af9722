import { useState } from 'react'
import { Asked } from './Asked.tsx'
import styles from './reading.module.css'
import { isLongRequest } from './reading-text.ts'
import { words } from './words.ts'

/** What was asked of the AI, above its output; a long one is cut to two lines until asked for. */
export function Request({ text }: { text: string }) {
  const [isOpen, setIsOpen] = useState(false)
  const isLong = isLongRequest(text)
  return (
    <div className={styles.request}>
      <small>{words.request}</small>
      <Asked text={text} isFolded={isLong && !isOpen} />
      {isLong && (
        <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? words.showLess : words.showTheWholeRequest}
        </button>
      )}
    </div>
  )
}
