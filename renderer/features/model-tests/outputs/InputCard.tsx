import { useState } from 'react'
import type { Pair } from '../../../../shared/contract/model-tests/compare.ts'
import { Asked } from '../../../parts/text/Asked.tsx'
import { isLongRequest } from '../../../parts/text/reading-text.ts'
import styles from '../compare/pair.module.css'

/** What both sides were asked; a long text and the reference answer open on demand. */
export function InputCard({ pair }: { pair: Pair }) {
  const [isOpen, setIsOpen] = useState(false)
  const [hasReference, setHasReference] = useState(false)
  const isLong = isLongRequest(pair.inputText)
  return (
    <section className={styles.input} aria-label="Input">
      <div className={styles.inputHead}>
        <span>Input · {pair.inputName}</span>
        {pair.mustNotFail && <span className={styles.mustNotFail}>Must not fail</span>}
        <span className={styles.inputButtons}>
          {isLong && (
            <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? 'Show less' : 'Show the whole input'}
            </button>
          )}
          {pair.reference !== '' && (
            <button type="button" aria-expanded={hasReference} onClick={() => setHasReference(!hasReference)}>
              {hasReference ? 'Hide the reference answer' : 'Reference answer'}
            </button>
          )}
        </span>
      </div>
      <div className={styles.inputTexts} tabIndex={isOpen || hasReference ? 0 : undefined}>
        <Asked text={pair.inputText} isFolded={isLong && !isOpen} />
        {hasReference && (
          <div className={styles.reference}>
            <small>Reference answer</small>
            <Asked text={pair.reference} />
          </div>
        )}
      </div>
    </section>
  )
}
