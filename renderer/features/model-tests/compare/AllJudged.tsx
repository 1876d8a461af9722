import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { KeyHint } from '../../../ui/keys/KeyHelp.tsx'
import { allJudgedWords, beforeRevealWords } from '../test-words.ts'
import styles from './compare.module.css'
import { compareKeys } from './shortcuts.ts'
import type { Judging } from './use-judging.ts'
import { words } from './words.ts'

type Props = { readonly judging: Judging; readonly onReveal: () => void; readonly onBack: () => void }

/** After the last pair. */
export function AllJudged({ judging, onReveal, onBack }: Props) {
  const { total, judged } = judging.state
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const isSaving = judging.saving.pending.length > 0
  const isEvery = judged >= total || isSaving
  return (
    <section className={styles.end}>
      <h2 ref={heading} tabIndex={-1}>
        {isEvery ? allJudgedWords(total) : beforeRevealWords({ judged, pairs: total })}
      </h2>
      <p>{words.nextYouSeeWhichSide}</p>
      <div className={styles.endActions}>
        <Button onClick={onReveal}>{words.goToTheReveal}</Button>
        <Button
          variant="default"
          rightSection={<KeyHint of={compareKeys.back} singleKeys />}
          onClick={onBack}
        >
          {words.backToThePairs}
        </Button>
      </div>
    </section>
  )
}
