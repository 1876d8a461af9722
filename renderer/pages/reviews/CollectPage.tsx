import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Pool } from '../../../shared/contract/reviews/reviews.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { DrawnStep } from '../../features/imports/DrawnStep.tsx'
import { ImportHistory } from '../../features/imports/ImportHistory.tsx'
import { ImportResult } from '../../features/imports/ImportResult.tsx'
import styles from '../../features/imports/imports.module.css'
import { PasteGrid } from '../../features/imports/PasteGrid.tsx'
import { PasteIds } from '../../features/imports/PasteIds.tsx'
import { PoolStep } from '../../features/imports/PoolStep.tsx'
import { PreviewStep } from '../../features/imports/PreviewStep.tsx'
import { type ChosenFiles, FileDrop } from '../../files/FileDrop.tsx'
import { JobProgress } from '../../files/JobProgress.tsx'
import { useImportSteps } from '../../files/use-import-steps.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** Bringing in one workflow's outputs of a month, and drawing the sample from them. */
export function CollectPage() {
  const params = useParams<{ month: string; workflowId: string }>()
  const workflowId = Number(params.workflowId)
  const { month } = params
  const pool = useQuery(orpc.reviews.pool.queryOptions({ input: { workflowId, month } }))
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id: workflowId } }))
  if (pool.isPending || workflow.isPending) return <Loading />
  const eyebrow = <Link href={`/reviews/${month}`}>{words.review(formatMonth(month, locale))}</Link>
  if (pool.isError || workflow.isError) {
    return (
      <Page eyebrow={eyebrow} title={words.collectOutputs}>
        <ErrorNote error={pool.error ?? workflow.error} />
      </Page>
    )
  }
  return (
    <Page eyebrow={eyebrow} title={words.collectOutputs2(workflow.data.name)}>
      <div className={styles.page}>
        {pool.data.reviewId === null ? (
          <Collect key={`${workflowId} ${month}`} pool={pool.data} />
        ) : (
          <DrawnStep reviewId={pool.data.reviewId} />
        )}
        <ImportHistory workflowId={workflowId} />
      </div>
    </Page>
  )
}

function Collect({ pool }: { pool: Pool }) {
  const { workflowId, month } = pool
  const { at, choose, look, follow, finish } = useImportSteps<number>()
  switch (at.step) {
    case 'preview':
      return (
        <Card>
          <PreviewStep
            workflowId={workflowId}
            month={month}
            files={at.files}
            onStarted={(jobId) => follow(at.files, jobId)}
            onBack={choose}
          />
        </Card>
      )
    case 'job':
      return (
        <Card>
          <JobProgress
            jobId={at.jobId}
            onDone={({ importId }) => importId !== null && finish(importId)}
            onBack={() => look(at.files)}
          />
        </Card>
      )
    default: {
      const importId = at.step === 'done' ? at.result : null
      return (
        <>
          {importId !== null && <ImportResult importId={importId} month={month} />}
          {pool.outputCount > 0 && <PoolStep pool={pool} />}
          <BringIn key={importId} pool={pool} onFiles={look} onPasted={finish} />
        </>
      )
    }
  }
}

function BringIn({
  pool,
  onFiles,
  onPasted,
}: {
  pool: Pool
  onFiles: (files: ChosenFiles) => void
  onPasted: (importId: number) => void
}) {
  const [way, setWay] = useState<'file' | 'paste' | 'ids'>('file')
  return (
    <Section
      title={pool.outputCount === 0 ? words.bringInOutputs : words.addMoreOutputs}
      aside={
        <Segmented
          label={words.howToBringThemIn}
          value={way}
          onChange={setWay}
          options={[
            { value: 'file', label: words.fromAFile },
            { value: 'paste', label: words.paste },
            { value: 'ids', label: words.byReference },
          ]}
        />
      }
    >
      {way === 'file' && <FileDrop takes={words.csvExcelJsonAClaude} onChosen={onFiles} />}
      {way === 'paste' && (
        <Card>
          <PasteGrid workflowId={pool.workflowId} month={pool.month} onDone={onPasted} onTable={onFiles} />
        </Card>
      )}
      {way === 'ids' && (
        <Card>
          <PasteIds onTable={onFiles} />
        </Card>
      )}
    </Section>
  )
}
