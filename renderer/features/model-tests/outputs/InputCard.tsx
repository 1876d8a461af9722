import { useState } from 'react'
import type { Pair } from '../../../../shared/contract/model-tests/compare.ts'
import { Asked } from '../../../parts/text/Asked.tsx'
import { isLongRequest } from '../../../parts/text/reading-text.ts'
import styles from '../compare/pair.module.css'
import { words } from './words.ts'

/** What both sides were asked; a long text and the reference answer open on demand. */
export function InputCard({ pair }: { pair: Pair }) {
  const [isOpen, setIsOpen] = useState(false)
  const [hasReference, setHasReference] = useState(false)
  const isLong = isLongRequest(pair.inputText)
  return (
    <section className={styles.input} aria-label={words.input}>
      <div className={styles.inputHead}>
        <span>{words.input2(pair.inputName)}</span>
        {pair.mustNotFail && <span className={styles.mustNotFail}>{words.mustNotFail}</span>}
        <span className={styles.inputButtons}>
          {isLong && (
            <button type="button" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? words.showLess : words.showTheWholeInput}
            </button>
          )}
          {pair.reference !== '' && (
            <button type="button" aria-expanded={hasReference} onClick={() => setHasReference(!hasReference)}>
              {hasReference ? words.hideTheReferenceAnswer : words.referenceAnswer}
            </button>
          )}
        </span>
      </div>
      <div className={styles.inputTexts} tabIndex={isOpen || hasReference ? 0 : undefined}>
        <Asked text={pair.inputText} isFolded={isLong && !isOpen} />
        {hasReference && (
          <div className={styles.reference}>
            <small>{words.referenceAnswer}</small>
            <Asked text={pair.reference} />
          </div>
        )}
      </div>
    </section>
  )
}
