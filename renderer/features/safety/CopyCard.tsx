import { Button } from '@mantine/core'
import type { Copy } from '../../../shared/contract/safety.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Keys } from '../../ui/keys/Keys.tsx'
import { capital, heldSentence, momentOf, notInSentence } from './moment-words.ts'
import styles from './safety.module.css'
import { words } from './words.ts'

type CopyCardProps = {
  copy: Copy
  /** It was read again just now, and nothing newer was found. */
  isNewest: boolean
  hasSecondCopy: boolean
  isGoing: boolean
  onGo: () => void
}

const kinds: Readonly<Record<Copy['kind'], string>> = {
  backup: words.checkedBackup,
  second: words.secondCopyOfABackup,
  readable: words.whatCanStillBeRead,
  put_aside: words.putAside,
  file: words.broughtFromElsewhere,
}

/** One copy to go on from: what it holds, what is not in it, how it was checked, and the button. */
export function CopyCard({ copy, isNewest, hasSecondCopy, isGoing, onGo }: CopyCardProps) {
  const moment = momentOf(copy.at)
  const notIn = notInSentence(copy)
  const company = copy.contents?.company ?? null
  const title = isNewest && copy.kind === 'backup' ? words.newestCheckedBackup : kinds[copy.kind]
  return (
    <section className={styles.copy} aria-label={title}>
      <small>{title}</small>
      <h2>{capital(moment)}</h2>
      <dl className={styles.facts}>
        {company !== null && <dt>{words.company}</dt>}
        {company !== null && <dd>{company}</dd>}
        <dt>{words.holds}</dt>
        <dd>{heldSentence(copy)}</dd>
        {notIn !== null && <dt>{words.notInIt}</dt>}
        {notIn !== null && <dd>{notIn}</dd>}
        <dt>{words.checked}</dt>
        <dd>{checkedWords(copy, isNewest, hasSecondCopy)}</dd>
      </dl>
      {copy.isOther && (
        <Note tone="watch">
          <p>{words.ofAnotherCompany(company ?? words.anotherCompany)}</p>
        </Note>
      )}
      {copy.isOther ? (
        <Button variant="default" loading={isGoing} onClick={onGo}>
          {words.openCompany(company ?? words.anotherCompany, moment)}
        </Button>
      ) : (
        <Button loading={isGoing} onClick={onGo} data-autofocus>
          {words.goOnFrom(moment)}&ensp;
          <Keys k="Enter" />
        </Button>
      )}
    </section>
  )
}

function checkedWords({ kind, damage }: Copy, isNewest: boolean, hasSecondCopy: boolean): string {
  if (damage !== null) return words.mayNotOpen
  if (kind === 'put_aside') return words.asItIs
  if (kind === 'readable') return words.justNow
  if (!isNewest) return words.whenMade
  return hasSecondCopy ? `${words.madeAndJustNow} ${words.secondCopy}` : words.madeAndJustNow
}
