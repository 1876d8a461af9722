import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { fieldErrorsOf } from '../../api/errors.ts'
import { decidedOn, dueOf, dueWords, lastDecided } from '../../parts/documents/document-words.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { NameField } from '../../parts/people/NameField.tsx'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Facts } from '../../ui/layout/Facts.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import styles from './documents.module.css'
import { words } from './words.ts'

/** Whether the wording still holds: who checked it last, when it is due, and one click to say so again. */
export function StillTrue({ document }: { document: WholeDocument }) {
  const { today, ownerName } = useCompanyFacts()
  const [by, setBy] = useState(document.lastVerifiedBy || document.verifier || ownerName)
  const [problem, setProblem] = useState<string | null>(null)
  const verify = useMutation(orpc.documents.verify.mutationOptions())
  const refused = verify.error ? fieldErrorsOf(verify.error) : {}
  const due = dueOf(document, today)
  const last = lastDecided(document)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (by.trim() === '') setProblem(words.enterWhoCheckedIt)
    else verify.mutate({ id: document.id, by })
  }
  return (
    <Card>
      <form className={styles.stillTrue} onSubmit={submit} noValidate>
        <h2 className={shared.cardHeading}>{words.stillTrue}</h2>
        <Facts
          arrangement="below"
          facts={[
            [
              words.lastChecked,
              last && `${decidedOn(last, formatDay(last.on, locale))}${last.by ? ` by ${last.by}` : ''}`,
            ],
            [
              words.nextCheck,
              due && (
                <span data-due={due.isDue || undefined}>{dueWords(due, formatDay(due.on, locale))}</span>
              ),
            ],
            [words.checkedBy, document.verifier],
          ]}
        />
        {document.lastVerifiedOn === today ? (
          <p className={layout.quiet} role="status">
            {words.checkedToday}
          </p>
        ) : (
          <>
            <NameField
              label={words.checkedTodayBy}
              value={by}
              error={problem ?? refused.by}
              onChange={(event) => {
                setBy(event.currentTarget.value)
                setProblem(null)
              }}
            />
            <Button type="submit" variant="default" loading={verify.isPending}>
              {words.stillTrue2}
            </Button>
          </>
        )}
        {verify.isError && refused.by === undefined && <ErrorNote error={verify.error} />}
      </form>
    </Card>
  )
}
