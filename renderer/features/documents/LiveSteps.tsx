import { Button } from '@mantine/core'
import { useState } from 'react'
import { LiveTicks } from '../../parts/changes/LiveTicks.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import styles from './documents.module.css'
import { words } from './words.ts'

type LiveStepsProps = {
  text: string
  /** The change whose steps they are; null before it is written. */
  changeNumber: number | null
}

/** What to do in the AI tool, which never changes by itself: copy, paste, test one output. */
export function LiveSteps({ text, changeNumber }: LiveStepsProps) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  return (
    <div className={styles.steps}>
      <div className={shared.line}>
        <Button variant="default" onClick={() => void copy()}>
          {words.copyTheWording}
        </Button>
        <span className={layout.quiet} role="status">
          {copied === 'yes' && words.copied}
          {copied === 'failed' && words.copyingDidNotWorkHere}
        </span>
      </div>
      {changeNumber === null ? (
        <p className={layout.quiet}>{words.pasteItOverTheOne}</p>
      ) : (
        <LiveTicks changeNumber={changeNumber} />
      )}
    </div>
  )
}
