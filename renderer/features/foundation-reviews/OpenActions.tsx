import { useQuery } from '@tanstack/react-query'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { ActionRow } from './ActionRow.tsx'
import styles from './foundation-reviews.module.css'
import { companyQuery, openActionsQuery } from './queries.ts'
import { words } from './words.ts'

/** What Foundation reviews decided and nobody has done yet. Nothing where nothing is open. */
export function OpenActions() {
  const actions = useQuery(openActionsQuery())
  const company = useQuery(companyQuery())
  if (actions.isError) return <ErrorNote error={actions.error} />
  if (!actions.data || actions.data.length === 0) return null
  return (
    <Section title={words.decidedNotDoneYet}>
      <Card className={styles.actionList}>
        <ul className={styles.plainList}>
          {actions.data.map((action) => (
            <ActionRow key={action.id} action={action} today={company.data?.today ?? ''} />
          ))}
        </ul>
      </Card>
    </Section>
  )
}
