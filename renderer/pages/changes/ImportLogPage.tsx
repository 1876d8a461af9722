import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { LogPreview } from '../../features/changes/LogPreview.tsx'
import type { ImportedLog } from '../../features/changes/log-file.ts'
import { type ChosenFiles, FileDrop } from '../../files/FileDrop.tsx'
import { ProblemTable } from '../../files/ProblemTable.tsx'
import { StepHeading } from '../../files/StepHeading.tsx'
import styles from '../../parts/changes/changes.module.css'
import { count } from '../../parts/figures/words.ts'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'

type Stage = { step: 'choose' } | { step: 'preview'; files: ChosenFiles } | { step: 'done'; log: ImportedLog }

/** Bringing in a change log that was kept elsewhere: a file, its columns, and what became of its rows. */
export function ImportLogPage() {
  const [stage, setStage] = useState<Stage>({ step: 'choose' })
  const choose = () => setStage({ step: 'choose' })
  return (
    <Page eyebrow={<Link href="/changes">Changes</Link>} title="Import a change log">
      <Card>
        {stage.step === 'choose' && (
          <div className={styles.stack}>
            <StepHeading>The log you kept so far</StepHeading>
            <FileDrop
              takes="CSV or Excel, one change in each row."
              isSingle
              onChosen={(files) => setStage({ step: 'preview', files })}
            />
          </div>
        )}
        {stage.step === 'preview' && (
          <LogPreview
            key={stage.files.fileIds[0]}
            files={stage.files}
            onDone={(log) => setStage({ step: 'done', log })}
            onBack={choose}
          />
        )}
        {stage.step === 'done' && <Result log={stage.log} onMore={choose} />}
      </Card>
    </Page>
  )
}

function Result({ log, onMore }: { log: ImportedLog; onMore: () => void }) {
  const [, navigate] = useLocation()
  const { kept, alreadyIn, problems } = log
  return (
    <div className={styles.stack}>
      <div>
        <StepHeading>{count(kept, 'change', locale)} brought in</StepHeading>
        <p className={styles.quiet}>{keptSentence(kept, alreadyIn)}</p>
      </div>
      {problems.length > 0 && (
        <section className={styles.section} aria-labelledby="problems">
          <h3 id="problems">{count(problems.length, 'problem', locale)}</h3>
          <ProblemTable problems={problems} />
        </section>
      )}
      <div className={styles.actions}>
        <Button onClick={() => navigate('/changes')}>See the log</Button>
        <Button variant="default" onClick={onMore}>
          Import another file
        </Button>
      </div>
    </div>
  )
}

function keptSentence(kept: number, alreadyIn: number): string {
  const already =
    alreadyIn === 0 ? '' : `${count(alreadyIn, 'row was', locale, 'rows were')} in already and left out.`
  const figures = kept === 0 ? '' : 'Figures from the file are kept as recorded by hand.'
  return [already, figures].filter((sentence) => sentence !== '').join(' ')
}
