import { Button } from '@mantine/core'
import { Dialog } from './Dialog.tsx'
import { Keys } from './Keys.tsx'
import styles from './key-help.module.css'

type KeyRow = readonly [keys: readonly string[], meaning: string]

const everywhere: readonly KeyRow[] = [
  [['Mod+1', 'Mod+6'], 'Home to Reports, in the order of the side bar'],
  [['Mod+,'], 'Settings'],
  [['Mod+Z'], 'Undo the last action'],
  [['Esc'], 'Leave a field, close a dialog'],
  [['?'], 'These keys'],
]

const inReview: readonly KeyRow[] = [
  [['A'], 'All standards met'],
  [['1', '9'], 'Not met, or choose in the active group'],
  [['Shift+1', 'Shift+9'], 'Doesn’t apply'],
  [['↑', '↓'], 'Previous and next group'],
  [['Enter'], 'Save and next'],
  [['Mod+Enter'], 'Save and next, also from inside a text'],
  [['←', '→'], 'Back, and on without finishing'],
  [['S'], 'Can’t judge: a reserve takes its place'],
  [['F'], 'Flag'],
  [['N'], 'Note'],
  [['R'], 'Use a recent note again'],
  [['V'], 'Change the view'],
]

/** Every key of the app. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="Keys" isWide onClose={onClose} actions={<Button onClick={onClose}>Close</Button>}>
      <div className={styles.columns}>
        <KeyList title="In a review" rows={inReview} />
        <KeyList title="Everywhere" rows={everywhere} />
      </div>
      <p className={styles.note}>
        Single keys work only while no text field is in use. They can be switched off in Settings.
      </p>
    </Dialog>
  )
}

function KeyList({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
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
