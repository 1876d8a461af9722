import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { Version } from '../../../shared/contract/documents.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { type Approval, ApprovalFields, useApproval } from '../../parts/documents/ApprovalFields.tsx'
import { documentPath, subjectOf } from '../../parts/documents/document-words.ts'
import { Comparison } from '../../parts/text/Comparison.tsx'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import styles from './documents.module.css'
import { LiveSteps } from './LiveSteps.tsx'

type GoBackProps = { document: WholeDocument; current: Version; earlier: Version }

/** Going back: both wordings, what else changed since, the steps in the AI tool, and why. */
export function GoBack({ document, current, earlier }: GoBackProps) {
  const goBack = useMutation(orpc.documents.goBack.mutationOptions())
  return (
    <div className={layout.stack}>
      {!goBack.data && <ThenAndNow now={current} earlier={earlier} />}
      <SinceThen document={document} earlier={earlier} />
      <Section title="In your AI tool">
        <Card className={styles.wide}>
          <p>
            This puts the earlier wording back in your records. Paste it into your AI tool too: it doesn’t
            change by itself.
          </p>
          <LiveSteps text={earlier.text} changeNumber={goBack.data?.change.number ?? null} />
        </Card>
      </Section>
      {goBack.data ? (
        <Done document={document} made={goBack.data.version} earlier={earlier} />
      ) : (
        <Why
          document={document}
          earlier={earlier}
          error={goBack.error}
          isBusy={goBack.isPending}
          onGoBack={(approval) => goBack.mutate({ versionId: earlier.id, ...approval })}
        />
      )}
    </div>
  )
}

function ThenAndNow({ now, earlier }: { now: Version; earlier: Version }) {
  return (
    <Section title="Then and now">
      <Card className={styles.paper}>
        <p className={layout.quiet}>Struck out goes; underlined comes back.</p>
        <Comparison
          from={now.text}
          to={earlier.text}
          fromName={`Now, version ${now.number}`}
          toName={`Then, version ${earlier.number}`}
          same="The text is the same; only what it draws on differs."
        />
      </Card>
    </Section>
  )
}

/** What the log says since the earlier wording, so that nobody goes back on one thing and forgets another. */
function SinceThen({ document, earlier }: { document: WholeDocument; earlier: Version }) {
  const { workflowId } = document
  const log = useQuery(
    orpc.changes.list.queryOptions({ input: { workflowId, kind: null, search: '', offset: 0 } }),
  )
  const since = (log.data?.rows ?? []).filter(
    ({ number, documentId }) => number > earlier.changeNumber && documentId !== document.id,
  )
  return (
    <Section title="What else changed since">
      {log.isError && <ErrorNote error={log.error} />}
      {log.data && since.length === 0 && (
        <p className={layout.quiet}>Nothing else in the log since version {earlier.number}.</p>
      )}
      {since.length > 0 && (
        <>
          <p className={layout.quiet}>These stay as they are. Make sure that they still fit.</p>
          <ul className={styles.since}>
            {since.map(({ number, onDate, what, workflowNames }) => (
              <li key={number}>
                <Link href={`/changes/${number}`}>{what}</Link>
                <span className={layout.quiet}>
                  {' '}
                  {[formatDay(onDate, locale), ...workflowNames].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

type WhyProps = {
  document: WholeDocument
  earlier: Version
  error: unknown
  isBusy: boolean
  onGoBack: (approval: Approval) => void
}

function Why({ document, earlier, error, isBusy, onGoBack }: WhyProps) {
  const [, navigate] = useLocation()
  const state = useApproval(error, subjectOf(document))
  useUnsaved(state.isTouched && !isBusy)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (state.check()) onGoBack(state.approval)
  }
  return (
    <Section title="Why you go back">
      <Card className={styles.wide}>
        <form className={layout.fields} onSubmit={submit} noValidate>
          <ApprovalFields state={state} />
          {state.isOtherError && <ErrorNote error={error} />}
          <Actions>
            <Button type="submit" loading={isBusy}>
              Go back to version {earlier.number}
            </Button>
            <Button variant="default" onClick={() => navigate(`${documentPath(document)}/history`)}>
              Cancel
            </Button>
          </Actions>
        </form>
      </Card>
    </Section>
  )
}

type DoneProps = { document: WholeDocument; made: Version; earlier: Version }

function Done({ document, made, earlier }: DoneProps) {
  return (
    <Note tone="good" role="status">
      Version {made.number} has the wording of version {earlier.number}, word for word. It stands in the log
      as <Link href={`/changes/${made.changeNumber}`}>change {made.changeNumber}</Link>; nothing was deleted.{' '}
      <Link href={documentPath(document)}>Open {document.name}</Link>
    </Note>
  )
}
