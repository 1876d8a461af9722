import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Pool } from '../../../shared/contract/reviews.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { DrawnStep } from '../../features/imports/DrawnStep.tsx'
import { ImportHistory } from '../../features/imports/ImportHistory.tsx'
import { ImportProgress } from '../../features/imports/ImportProgress.tsx'
import { ImportResult } from '../../features/imports/ImportResult.tsx'
import { PasteGrid } from '../../features/imports/PasteGrid.tsx'
import { PoolStep } from '../../features/imports/PoolStep.tsx'
import { PreviewStep } from '../../features/imports/PreviewStep.tsx'
import { type ChosenFiles, FileDrop } from '../../files/FileDrop.tsx'
import styles from '../../files/files.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'

/** Bringing in one workflow's outputs of a month, and drawing the sample from them. */
export function CollectPage() {
  const params = useParams<{ month: string; workflowId: string }>()
  const workflowId = Number(params.workflowId)
  const { month } = params
  const pool = useQuery(orpc.reviews.pool.queryOptions({ input: { workflowId, month } }))
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id: workflowId } }))
  if (pool.isPending || workflow.isPending) return <Loading />
  const eyebrow = <Link href={`/reviews/${month}`}>{formatMonth(month, locale)} review</Link>
  if (pool.isError || workflow.isError) {
    return (
      <Page eyebrow={eyebrow} title="Collect outputs">
        <ErrorNote error={pool.error ?? workflow.error} />
      </Page>
    )
  }
  return (
    <Page eyebrow={eyebrow} title={`Collect outputs: ${workflow.data.name}`}>
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

type Stage =
  | { step: 'choose'; importId: number | null }
  | { step: 'preview'; files: ChosenFiles }
  | { step: 'importing'; files: ChosenFiles; jobId: string }

function Collect({ pool }: { pool: Pool }) {
  const { workflowId, month } = pool
  const [stage, setStage] = useState<Stage>({ step: 'choose', importId: null })
  const choose = () => setStage({ step: 'choose', importId: null })
  switch (stage.step) {
    case 'preview':
      return (
        <PreviewStep
          workflowId={workflowId}
          month={month}
          files={stage.files}
          onStarted={(jobId) => setStage({ step: 'importing', files: stage.files, jobId })}
          onBack={choose}
        />
      )
    case 'importing':
      return (
        <ImportProgress
          jobId={stage.jobId}
          onDone={(importId) => setStage({ step: 'choose', importId })}
          onBack={() => setStage({ step: 'preview', files: stage.files })}
        />
      )
    case 'choose':
      return (
        <>
          {stage.importId !== null && <ImportResult importId={stage.importId} month={month} />}
          {pool.outputCount > 0 && <PoolStep pool={pool} />}
          <BringIn
            key={stage.importId}
            pool={pool}
            onFiles={(files) => setStage({ step: 'preview', files })}
            onPasted={(importId) => setStage({ step: 'choose', importId })}
          />
        </>
      )
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
  const [way, setWay] = useState<'file' | 'paste'>('file')
  return (
    <section className={styles.section} aria-labelledby="bring-in">
      <div className={styles.previewHeading}>
        <h2 id="bring-in" className={styles.smallHeading}>
          {pool.outputCount === 0 ? 'Bring in outputs' : 'Add more outputs'}
        </h2>
        <Segmented
          label="How to bring them in"
          value={way}
          onChange={setWay}
          options={[
            { value: 'file', label: 'From a file' },
            { value: 'paste', label: 'Paste' },
          ]}
        />
      </div>
      <Card>
        {way === 'file' ? (
          <FileDrop
            takes="CSV, Excel, JSON, a claude.ai or ChatGPT export, or several .txt, .md or .docx files as one set."
            onChosen={onFiles}
          />
        ) : (
          <PasteGrid workflowId={pool.workflowId} month={pool.month} onDone={onPasted} />
        )}
      </Card>
    </section>
  )
}
