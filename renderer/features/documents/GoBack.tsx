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
import { words } from './words.ts'

type GoBackProps = { document: WholeDocument; current: Version; earlier: Version }

/** Going back: both wordings, what else changed since, the steps in the AI tool, and why. */
export function GoBack({ document, current, earlier }: GoBackProps) {
  const goBack = useMutation(orpc.documents.goBack.mutationOptions())
  return (
    <div className={layout.stack}>
      {!goBack.data && <ThenAndNow now={current} earlier={earlier} />}
      <SinceThen document={document} earlier={earlier} />
      <Section title={words.inYourAiTool}>
        <Card className={styles.wide}>
          <p>{words.thisPutsTheEarlierWording}</p>
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
    <Section title={words.thenAndNow}>
      <Card className={styles.paper}>
        <p className={layout.quiet}>{words.struckOutGoesUnderlinedComes}</p>
        <Comparison
          from={now.text}
          to={earlier.text}
          fromName={words.nowVersion(now.number)}
          toName={words.thenVersion(earlier.number)}
          same={words.theTextIsTheSame}
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
    ({ onDate, number, documentId, plan, isStartingPoint }) =>
      documentId !== document.id &&
      plan === null &&
      !isStartingPoint &&
      (onDate > earlier.liveOn || (onDate === earlier.liveOn && number > earlier.changeNumber)),
  )
  return (
    <Section title={words.whatElseChangedSince}>
      {log.isError && <ErrorNote error={log.error} />}
      {log.data && since.length === 0 && (
        <p className={layout.quiet}>{words.nothingElseInTheLog(earlier.number)}</p>
      )}
      {since.length > 0 && (
        <>
          <p className={layout.quiet}>{words.theseStayAsTheyAre}</p>
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
    <Section title={words.whyYouGoBack}>
      <Card className={styles.wide}>
        <form className={layout.fields} onSubmit={submit} noValidate>
          <ApprovalFields state={state} />
          {state.isOtherError && <ErrorNote error={error} />}
          <Actions>
            <Button type="submit" loading={isBusy}>
              {words.goBackToVersion(earlier.number)}
            </Button>
            <Button variant="default" onClick={() => navigate(`${documentPath(document)}/history`)}>
              {words.cancel}
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
      {words.versionHasTheWordingOf(made.number, earlier.number)}
      <Link href={`/changes/${made.changeNumber}`}>{words.change(made.changeNumber)}</Link>
      {words.nothingWasDeleted}
      <Link href={documentPath(document)}>{words.open(document.name)}</Link>
    </Note>
  )
}
