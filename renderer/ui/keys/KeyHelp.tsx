import { Button } from '@mantine/core'
import { Dialog } from '../layout/Dialog.tsx'
import { Keys } from './Keys.tsx'
import styles from './key-help.module.css'
import { isSingleKey, type Shortcut } from './shortcut.ts'
import { words as say } from './words.ts'

type Listed = Pick<Shortcut<never>, 'keys' | 'words'>

export type KeyGroup = { readonly title: string; readonly shortcuts: readonly Listed[] }

type Props = { readonly groups: readonly KeyGroup[]; readonly onClose: () => void }

/** The keys that work here: the first group on the left, the others beside it. */
export function KeyHelp({ groups: [first, ...others], onClose }: Props) {
  return (
    <Dialog
      title={say.keys}
      isWide
      onClose={onClose}
      actions={<Button onClick={onClose}>{say.close}</Button>}
    >
      <div className={styles.columns}>
        {first && <KeyList {...first} />}
        <div className={styles.column}>
          {others.map((group) => (
            <KeyList key={group.title} {...group} />
          ))}
        </div>
      </div>
      <p className={styles.note}>{say.singleKeysWorkOnlyWhile}</p>
    </Dialog>
  )
}

function KeyList({ title, shortcuts }: KeyGroup) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, words }) => (
          <div key={words}>
            <dt>
              {keys.map((k, index) => (
                <span key={k}>
                  {index > 0 && (keys.length === 2 && /\d$/.test(k) ? ' – ' : ' ')}
                  <Keys k={k} />
                </span>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

type HintProps = { readonly of: Pick<Shortcut<never>, 'keys'>; readonly singleKeys: boolean }

/** The key printed on a button; nothing where single keys are switched off. */
export function KeyHint({ of: { keys }, singleKeys }: HintProps) {
  const [key = ''] = keys
  return isSingleKey(key) && !singleKeys ? null : <Keys k={key} />
}
