import { Button } from '@mantine/core'
import { Dialog } from '../layout/Dialog.tsx'
import { Keys } from './Keys.tsx'
import styles from './key-help.module.css'
import { judgingKeys, type KeyRow, keysEverywhere, readingKeys } from './key-rows.ts'

/** Every key of the app. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" isWide onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
      <div className={styles.columns}>
        <KeyList title="In a review" rows={judgingKeys} />
        <div className={styles.column}>
          <KeyList title="Reading in a review" rows={readingKeys} />
          <KeyList title="Everywhere" rows={keysEverywhere} />
        </div>
      </div>
      <p className={styles.note}>
        Single keys work only while no text field is in use. They can be switched off in Settings.
      </p>
    </Dialog>
  )
}

/** Keys and what they do, under a heading. */
export function KeyList({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.list}>
        {rows.map(([keys, meaning]) => (
          <div key={meaning}>
            <dt>
              {keys.map((k, index) => (
                <span key={k}>
                  {index > 0 && (keys.length === 2 && /\d$/.test(k) ? ' – ' : ' ')}
                  <Keys k={k} />
                </span>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
