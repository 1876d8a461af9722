import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import type { Document, DocumentKind } from '../../../shared/contract/documents.ts'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { modelText } from '../../../shared/domain/model-tests/model-text.ts'
import { orpc } from '../../api/client.ts'
import { DrawsOn } from '../../parts/documents/DrawsOn.tsx'
import { documentPath } from '../../parts/documents/document-words.ts'
import { standingOf } from '../../parts/documents/roll-out.ts'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { AssembledPrompt } from './AssembledPrompt.tsx'
import styles from './prompt.module.css'
import { Releases } from './Releases.tsx'
import { words } from './words.ts'

/** What a workflow runs on: its prompt, its model, and what it ran on before. */
export function PromptTab({ workflow }: { workflow: Workflow }) {
  const documents = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: workflow.id } }))
  if (documents.isPending) return <Loading />
  if (documents.isError) return <ErrorNote error={documents.error} />
  const of = (kind: DocumentKind) => documents.data.find((document) => document.kind === kind)
  const { vendor, model } = workflow
  return (
    <div className={layout.stack}>
      <Part
        kind="prompt"
        name={words.prompt}
        workflow={workflow}
        document={of('prompt')}
        firstText=""
        missing={words.theInstructionsThisWorkflowGives}
      />
      <Part
        kind="model"
        name={words.model}
        workflow={workflow}
        document={of('model')}
        firstText={modelText({ vendor, model, settings: '' })}
        missing={words.whichModelRunsItFrom}
      />
      <AssembledPrompt workflowId={workflow.id} />
      <Releases workflow={workflow} />
    </div>
  )
}

type PartProps = {
  kind: 'prompt' | 'model'
  name: string
  workflow: Workflow
  document: Document | undefined
  firstText: string
  /** What belongs here, while there is none. */
  missing: string
}

function Part({ kind, name, workflow, document, firstText, missing }: PartProps) {
  return (
    <Section title={name}>
      <Card>
        {document ? (
          <Written document={document} />
        ) : (
          <Missing {...{ kind, name, workflow, firstText, missing }} />
        )}
      </Card>
    </Section>
  )
}

function Written({ document }: { document: Document }) {
  const { current, draft, kind } = document
  const path = documentPath(document)
  const wording = current ?? draft
  return (
    <div className={styles.part}>
      <div className={styles.partHead}>
        <p className={layout.quiet}>
          {current ? `${standingOf(current, locale)}.` : words.draftNotInForceYet}
          {current && draft && words.thereIsADraftWith}
        </p>
        <Link href={path}>{current ? words.openThe(kind) : words.goOnWithTheDraft}</Link>
        {current && <Link href={`${path}/history`}>{words.history}</Link>}
        {current && <Link href={`${path}/live-check`}>{words.liveCheck}</Link>}
      </div>
      {wording && wording.text.trim() !== '' && (
        <section className={styles.wording} aria-label={words.wordingOfThe(kind)}>
          <div className={styles.beginning}>
            <ReadingText text={wording.text} />
          </div>
        </section>
      )}
      {wording && <DrawsOn kind={kind} text={wording.text} sectionIds={wording.sectionIds} />}
    </div>
  )
}

function Missing({ kind, name, workflow, firstText, missing }: Omit<PartProps, 'document'>) {
  const [, navigate] = useLocation()
  const create = useMutation(
    orpc.documents.create.mutationOptions({ onSuccess: (made) => navigate(documentPath(made)) }),
  )
  return (
    <div className={styles.part}>
      <p className={layout.quiet}>{missing}</p>
      {create.isError && <ErrorNote error={create.error} />}
      <div>
        <Button
          variant="default"
          loading={create.isPending}
          onClick={() => create.mutate({ kind, workflowId: workflow.id, name, text: firstText })}
        >
          {words.writeDownThe(kind)}
        </Button>
      </div>
    </div>
  )
}
