import { useMemo, useState } from 'react'
import { foldSame, wordDiff } from '../../../shared/domain/text/word-diff.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import { ComparedText } from './ComparedText.tsx'
import { ReadingText } from './ReadingText.tsx'
import styles from './reading.module.css'
import { words } from './words.ts'

type ComparisonProps = {
  from: string
  to: string
  /** What the two texts are called, as on the switch between them. */
  fromName: string
  toName: string
  /** Said in place of the comparison when both are the same. */
  same: string
}

/** What was changed between two wordings, word by word, in one run of text. */
export function WordChanges({ from, to }: { from: string; to: string }) {
  const pieces = useMemo(() => foldSame(wordDiff(from, to)), [from, to])
  return <ComparedText key={`${from.length} ${to.length}`} pieces={pieces} />
}

type View = 'changes' | 'from' | 'to'

/** Two wordings word by word, or either of them whole. */
export function Comparison({ from, to, fromName, toName, same }: ComparisonProps) {
  const [view, setView] = useState<View>('changes')
  if (from === to) return <p className={layout.quiet}>{same}</p>
  return (
    <div className={styles.comparison}>
      <Segmented
        label={words.view}
        value={view}
        onChange={setView}
        options={[
          { value: 'changes', label: words.changes },
          { value: 'from', label: fromName },
          { value: 'to', label: toName },
        ]}
      />
      {view === 'changes' && <WordChanges from={from} to={to} />}
      {view === 'from' && <ReadingText text={from} />}
      {view === 'to' && <ReadingText text={to} />}
    </div>
  )
}
