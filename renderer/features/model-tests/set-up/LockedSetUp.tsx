import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type {
  Filling,
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
import { words } from './words.ts'

/** The set-up as it was agreed; it can only be copied. */
export function LockedSetUp({ test, eyebrow }: { test: ModelTest; eyebrow: ReactNode }) {
  const [, navigate] = useLocation()
  const copy = useMutation(
    orpc.modelTests.copy.mutationOptions({ onSuccess: ({ id }) => navigate(`${testPath(id)}/set-up`) }),
  )
  return (
    <Page
      eyebrow={eyebrow}
      title={words.setUpAndRule}
      aside={test.lockedAt && words.agreedOn(formatDay(test.lockedAt.slice(0, 10), locale))}
      actions={
        <>
          <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate({ id: test.id })}>
            {words.newTestWithTheSame}
          </Button>
          {test.state === 'collecting' && (
            <Button onClick={() => navigate(`${testPath(test.id)}/outputs`)}>
              {words.collectTheOutputs}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.stack}>
        {copy.isError && <ErrorNote error={copy.error} />}
        <div>
          <p className={styles.reason}>{test.reason}</p>
          <p className={layout.quiet}>
            {words.heldOn(
              formatDay(test.heldOn, locale),
              test.useEvaluator ? words.aModelGivesASecond : words.judgedByAPersonOnly,
            )}
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
  const { workflowName, inputCount, setVersion, rule, current, candidate, filling } = workflow
  return (
    <Section
      title={workflowName}
      aside={
        <span className={layout.quiet}>
          {words.versionOfTheSet(count(inputCount, words.standardInput, locale), setVersion)}
        </span>
      }
    >
      <Card>
        <p className={styles.agreed}>{ruleSentence(rule)}</p>
        <LockedVariables filling={filling} />
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

/** What the variables of the prompts stand for, where there was something to ask. */
function LockedVariables({ filling: { input, values } }: { filling: Filling }) {
  const entries = Object.entries(values)
  if (entries.length === 0) return null
  return (
    <Facts
      facts={[
        [words.whichOneIsTheInput, input ? words.variable(input) : words.noneOfThem],
        ...entries.map(([name, value]) => [words.variable(name), value] as const),
      ]}
    />
  )
}

function LockedSide({ side, setUp, note }: { side: Side; setUp: SideSetUp; note: string }) {
  return (
    <section aria-label={sideLabels[side]}>
      <h3 className={styles.sideName}>{sideLabels[side]}</h3>
      <Facts
        facts={[
          [words.name, setUp.name],
          [words.vendor, setUp.vendor || '–'],
          [words.modelId, setUp.model || '–'],
          [
            words.startedFrom,
            setUp.releaseNumber === null ? words.writtenByHand : words.release(setUp.releaseNumber),
          ],
          [words.longestAnswer, `${formatNumber(setUp.maxTokens, 0, locale)} tokens`],
          [words.settings, setUp.settings || '–'],
        ]}
      />
      <details className={styles.instructions}>
        <summary>
          {words.instructions}
          <span className={layout.quiet}>{note}</span>
        </summary>
        <pre className={styles.text}>{setUp.instructions || words.none}</pre>
      </details>
    </section>
  )
}
