import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { Action } from '../../../../shared/contract/foundation-reviews.ts'
import { formatShortDay } from '../../../../shared/domain/format.ts'
import { orpc } from '../../../api/client.ts'
import { beforeWords } from '../../../parts/changes/change-words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { Section } from '../../../ui/layout/Section.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import styles from '../changes.module.css'
import { words } from '../words.ts'

/** The changes that a Foundation review decided and nobody has written yet; nothing while there is none. */
export function PlannedChanges() {
  const actions = useQuery(orpc.foundationReviews.actions.queryOptions({ input: { state: 'open' } }))
  const company = useQuery(orpc.company.get.queryOptions())
  if (actions.isError) return <ErrorNote error={actions.error} />
  const planned = (actions.data ?? []).filter(({ kind }) => kind === 'change')
  if (planned.length === 0) return null
  const today = company.data?.today ?? ''
  return (
    <Section title={words.planned}>
      <Card>
        <ul className={styles.planned}>
          {planned.map((action) => (
            <li key={action.id}>
              <Link href={`/foundation/${action.sectionId}`}>
                {action.sectionName}: {action.what}
              </Link>
              <PlannedFacts action={action} isLate={action.dueOn < today} />
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  )
}

function PlannedFacts({ action, isLate }: { action: Action; isLate: boolean }) {
  const before = beforeWords(action.before, locale)
  const due = `${action.who} ${isLate ? words.wasToDoItBy : 'by'} ${formatShortDay(action.dueOn, locale)}`
  return (
    <>
      <span className={layout.quiet}> · </span>
      <span className={isLate ? styles.late : layout.quiet}>{due}</span>
      {before !== null && <span className={layout.quiet}> · {before}</span>}
    </>
  )
}
