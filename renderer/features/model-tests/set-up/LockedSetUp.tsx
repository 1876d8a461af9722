import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type {
  ModelTest,
  Side,
  SideSetUp,
  TestWorkflow,
} from '../../../../shared/contract/model-tests/test.ts'
import { formatDay, formatNumber } from '../../../../shared/domain/format.ts'
import { orpc } from '../../../api/client.ts'
import { count } from '../../../parts/figures/words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import { Facts } from '../../../ui/layout/Facts.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { Page } from '../../../ui/layout/Page.tsx'
import { Section } from '../../../ui/layout/Section.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { testPath } from '../test-words.ts'
import styles from './set-up.module.css'
import { instructionsDifference, ruleSentence, sideLabels } from './set-up-words.ts'

/** The set-up as it was agreed; it can only be copied. */
export function LockedSetUp({ test, eyebrow }: { test: ModelTest; eyebrow: ReactNode }) {
  const [, navigate] = useLocation()
  const copy = useMutation(
    orpc.modelTests.copy.mutationOptions({ onSuccess: ({ id }) => navigate(`${testPath(id)}/set-up`) }),
  )
  return (
    <Page
      eyebrow={eyebrow}
      title="Set-up and rule"
      aside={test.lockedAt && `Agreed on ${formatDay(test.lockedAt.slice(0, 10), locale)}`}
      actions={
        <>
          <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate({ id: test.id })}>
            New test with the same set-up
          </Button>
          {test.state === 'collecting' && (
            <Button onClick={() => navigate(`${testPath(test.id)}/outputs`)}>Collect the outputs</Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        {copy.isError && <ErrorNote error={copy.error} />}
        <div>
          <p className={styles.reason}>{test.reason}</p>
          <p className={layout.quiet}>
            Held on {formatDay(test.heldOn, locale)}.{' '}
            {test.useEvaluator ? 'A model gives a second opinion at the end.' : 'Judged by a person only.'}
          </p>
        </div>
        {test.workflows.map((workflow) => (
          <LockedWorkflow key={workflow.workflowId} workflow={workflow} />
        ))}
      </div>
    </Page>
  )
}

function LockedWorkflow({ workflow }: { workflow: TestWorkflow }) {
  const { workflowName, inputCount, setVersion, rule, current, candidate } = workflow
  return (
    <Section
      title={workflowName}
      aside={
        <span className={layout.quiet}>
          {count(inputCount, 'standard input', locale)}, version {setVersion} of the set
        </span>
      }
    >
      <Card>
        <p className={styles.agreed}>{ruleSentence(rule)}</p>
        <div className={styles.sides}>
          <LockedSide side="current" setUp={current} note="" />
          <LockedSide
            side="candidate"
            setUp={candidate}
            note={instructionsDifference(current.instructions, candidate.instructions, locale)}
          />
        </div>
      </Card>
    </Section>
  )
}

function LockedSide({ side, setUp, note }: { side: Side; setUp: SideSetUp; note: string }) {
  return (
    <section aria-label={sideLabels[side]}>
      <h3 className={styles.sideName}>{sideLabels[side]}</h3>
      <Facts
        facts={[
          ['Name', setUp.name],
          ['Vendor', setUp.vendor || '–'],
          ['Model id', setUp.model || '–'],
          [
            'Started from',
            setUp.releaseNumber === null ? 'Written by hand' : `Release ${setUp.releaseNumber}`,
          ],
          ['Longest answer', `${formatNumber(setUp.maxTokens, 0, locale)} tokens`],
        ]}
      />
      <details className={styles.instructions}>
        <summary>
          Instructions <span className={layout.quiet}>{note}</span>
        </summary>
        <pre className={styles.text}>{setUp.instructions || 'None.'}</pre>
      </details>
    </section>
  )
}
