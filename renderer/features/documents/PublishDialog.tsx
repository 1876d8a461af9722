import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import type { Change } from '../../../shared/contract/changes.ts'
import type { Document } from '../../../shared/contract/documents.ts'
import type { UpdatePlan } from '../../../shared/contract/results.ts'
import { findingHeadline } from '../../../shared/domain/findings/finding-words.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import type { Lead } from '../../parts/changes/leads.ts'
import { type Approval, ApprovalFields, useApproval } from '../../parts/documents/ApprovalFields.tsx'
import { subjectOf } from '../../parts/documents/document-words.ts'
import { RollOutFields } from '../../parts/documents/RollOutFields.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Dialog } from '../../ui/layout/Dialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { LiveSteps } from './LiveSteps.tsx'
import { issuesWords, useUpdatePlan } from './UpdateEvidence.tsx'
import { words } from './words.ts'

type PublishDialogProps = {
  document: Document
  /** The workflow whose update this is; its finding is the why. */
  planFor: number | null
  onPublished: () => void
  onClose: () => void
}

/** Puts a draft in force: why, since when and by whom; then what to do in the AI tool. */
export function PublishDialog({ document, planFor, onPublished, onClose }: PublishDialogProps) {
  const publish = useMutation(orpc.documents.publish.mutationOptions({ onSuccess: onPublished }))
  const plan = useUpdatePlan(planFor, document.id)
  if (publish.data) {
    const { version, change } = publish.data
    if (version === null) return <PlannedDialog change={change} onClose={onClose} />
    return (
      <Dialog
        title={words.versionIsInYourRecords(version.number)}
        onClose={onClose}
        actions={<Button onClick={onClose}>{words.close}</Button>}
      >
        <p>
          {words.itStandsInTheLog}
          <Link href={`/changes/${change.number}`}>{words.change(change.number)}</Link>
          {words.yourAiToolDoesntChange}
        </p>
        <LiveSteps text={version.text} changeNumber={change.number} />
      </Dialog>
    )
  }
  return (
    <PublishForm
      document={document}
      plan={plan.data}
      error={publish.error}
      isBusy={publish.isPending}
      onPublish={(approval) => publish.mutate({ id: document.id, ...approval })}
      onClose={onClose}
    />
  )
}

/** What was dated ahead stays in the record as planned, and the wording in force stays in force. */
function PlannedDialog({ change, onClose }: { change: Change; onClose: () => void }) {
  return (
    <Dialog
      title={words.plannedFor(formatDay(change.onDate, locale))}
      onClose={onClose}
      actions={<Button onClick={onClose}>{words.close}</Button>}
    >
      <p>
        {words.homeAsksOnThatDay}
        <Link href={`/changes/${change.number}`}>{words.change(change.number)}</Link>
        {words.untilThenTheOldOne}
      </p>
    </Dialog>
  )
}

/** What a Foundation review decided for a section is why it changes, until the owner says otherwise. */
const isDecided = ({ kind }: Lead) => kind === 'action'

function whyOf(plan: UpdatePlan): string {
  const finding = plan.finding === null ? '' : findingHeadline(plan.finding, locale)
  return finding === '' ? issuesWords(plan) : words.whyOf(finding, issuesWords(plan))
}

type KindOfFirst = 'start' | 'change'
const kindsOfFirst = [
  { value: 'start', label: words.howItAlreadyIs },
  { value: 'change', label: words.somethingNew },
] as const

type PublishFormProps = {
  document: Document
  plan: UpdatePlan | undefined
  error: unknown
  isBusy: boolean
  onPublish: (approval: Approval & { isStartingPoint?: boolean }) => void
  onClose: () => void
}

function PublishForm({ document, plan, error, isBusy, onPublish, onClose }: PublishFormProps) {
  const state = useApproval(error, subjectOf(document), isDecided, plan && whyOf(plan))
  const warnings = useQuery(orpc.documents.warnings.queryOptions({ input: { id: document.id } }))
  const number = (document.current?.number ?? 0) + 1
  const [kindOfFirst, setKindOfFirst] = useState<KindOfFirst | null>(null)
  const isFirst = document.current === null && state.approval.liveOn <= state.today
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!state.check()) return
    onPublish({
      ...state.approval,
      ...(isFirst && kindOfFirst ? { isStartingPoint: kindOfFirst === 'start' } : {}),
    })
  }
  return (
    <Dialog title={words.publishVersionOf(number, document.name)} onClose={onClose} isWide>
      <form className={layout.fields} onSubmit={submit} noValidate>
        <ApprovalFields state={state} isPlannable />
        <RollOutFields state={state} />
        {isFirst && (
          <div>
            <p className={layout.fieldLabel}>{words.whatTheFirstWordingIs}</p>
            <Segmented
              label={words.whatTheFirstWordingIs}
              value={kindOfFirst}
              options={kindsOfFirst}
              onChange={setKindOfFirst}
            />
            <p className={layout.quiet}>{words.aStartingPointHasNoEffect}</p>
          </div>
        )}
        {warnings.data && warnings.data.length > 0 && (
          <ul className={layout.list} aria-label={words.beforeYouPublish}>
            {warnings.data.map(({ id, message }) => (
              <li key={id}>
                <Note tone="watch">{message}</Note>
              </li>
            ))}
          </ul>
        )}
        {state.isOtherError && <ErrorNote error={error} />}
        <div className={layout.formActions}>
          <Button variant="default" onClick={onClose}>
            {words.notYet}
          </Button>
          <Button type="submit" loading={isBusy}>
            {words.publishVersion(number)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
