import { Link } from 'wouter'
import type { RegisterEntry } from '../../../shared/contract/register.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { partWords } from '../../parts/documents/release-words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './register.module.css'

/** What the workflow runs on today, from its releases. */
export function RunsOn({ entry: { release, workflowId } }: { entry: RegisterEntry }) {
  const releases = `/workflows/${workflowId}/prompt`
  return (
    <Section title="What it runs on today">
      <Card>
        {release === null ? (
          <p className={layout.quiet}>
            Nothing is in production in your records yet. <Link href={releases}>Prompt and model</Link>
          </p>
        ) : (
          <dl className={styles.facts}>
            <dt>Release</dt>
            <dd>
              <Link href={releases}>Release {release.number}</Link>
            </dd>
            <dt>Live since</dt>
            <dd>{formatDay(release.rollOut.since, locale)}</dd>
            <dt>Approved by</dt>
            <dd>{release.approvedBy || '–'}</dd>
            <dt>Change</dt>
            <dd>
              <Link href={`/changes/${release.changeNumber}`}>Change {release.changeNumber}</Link>
            </dd>
            <dt>Prompt</dt>
            <dd>{partWords(release, 'prompt')}</dd>
            <dt>Model</dt>
            <dd>{partWords(release, 'model')}</dd>
            <dt className={styles.wideTerm}>Foundation</dt>
            <dd className={styles.wideFact}>{partWords(release, 'section')}</dd>
          </dl>
        )}
      </Card>
    </Section>
  )
}
