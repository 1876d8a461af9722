import { useMemo } from 'react'
import { foldSame, wordDiff } from '../../../shared/domain/word-diff.ts'
import styles from './results.module.css'

/** The final version with what was added underlined and what was removed struck through. */
export function TextChanges({ aiText, finalText }: { aiText: string; finalText: string }) {
  const segments = useMemo(() => foldSame(wordDiff(aiText, finalText)), [aiText, finalText])
  let offset = 0
  return (
    <div className={styles.reading} dir="auto">
      {segments.map((segment) => {
        const key = offset
        offset += segment.text.length
        switch (segment.kind) {
          case 'added':
            return (
              <ins key={key} className={styles.added}>
                {segment.text}
              </ins>
            )
          case 'removed':
            return (
              <del key={key} className={styles.removed}>
                {segment.text}
              </del>
            )
          case 'folded':
            return (
              <details key={key} className={styles.folded}>
                <summary>{segment.sentences} sentences the same</summary>
                {segment.text}
              </details>
            )
          default:
            return <span key={key}>{segment.text}</span>
        }
      })}
    </div>
  )
}
