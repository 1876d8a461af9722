import { Link } from 'wouter'
import type { RegisterEntry } from '../../../shared/contract/register.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { partWords } from '../../parts/documents/release-words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './register.module.css'
import { words } from './words.ts'

/** What the workflow runs on today, from its releases. */
export function RunsOn({ entry: { release, model, workflowId } }: { entry: RegisterEntry }) {
  const releases = `/workflows/${workflowId}/wording`
  return (
    <Section title={words.whatItRunsOnToday}>
      <Card>
        {release === null ? (
          <p className={layout.quiet}>
            {words.nothingIsInProductionIn}
            <Link href={releases}>{words.promptAndModel}</Link>
          </p>
        ) : (
          <dl className={styles.facts}>
            <dt>{words.release}</dt>
            <dd>
              <Link href={releases}>{words.release2(release.number)}</Link>
            </dd>
            <dt>{words.liveSince}</dt>
            <dd>{formatDay(release.rollOut.since, locale)}</dd>
            <dt>{words.approvedBy}</dt>
            <dd>{release.approvedBy || '–'}</dd>
            <dt>{words.change3}</dt>
            <dd>
              <Link href={`/changes/${release.changeNumber}`}>{words.change2(release.changeNumber)}</Link>
            </dd>
            <dt>{words.prompt}</dt>
            <dd>{partWords(release, 'prompt')}</dd>
            <dt>{words.model}</dt>
            <dd>{[model, partWords(release, 'model')].filter((part) => part !== '').join(' · ')}</dd>
            <dt className={styles.wideTerm}>{words.foundation}</dt>
            <dd className={styles.wideFact}>{partWords(release, 'section')}</dd>
          </dl>
        )}
      </Card>
    </Section>
  )
}
