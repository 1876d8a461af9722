import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import styles from './documents.module.css'

/** What to do in the AI tool, which never changes by itself: copy, paste, try one. */
export function LiveSteps({ text }: { text: string }) {
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  return (
    <ol className={styles.steps}>
      <li>
        <Button variant="default" onClick={() => void copy()}>
          Copy the wording
        </Button>
        <span className={styles.quiet} role="status">
          {copied === 'yes' && 'Copied.'}
          {copied === 'failed' && 'Copying did not work here. Select the wording and copy it yourself.'}
        </span>
      </li>
      <li>
        <Checkbox label="Pasted into the AI tool" />
      </li>
      <li>
        <Checkbox label="Tested one: the AI answers by the new wording" />
      </li>
    </ol>
  )
}
