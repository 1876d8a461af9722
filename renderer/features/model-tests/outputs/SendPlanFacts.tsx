import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { SendPlan } from '../../../../shared/contract/model-tests/outputs.ts'
import { formatNumber } from '../../../../shared/domain/format.ts'
import { formatDollars } from '../../../../shared/domain/model-tests/token-cost.ts'
import { orpc } from '../../../api/client.ts'
import { count } from '../../../parts/figures/words.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Facts } from '../../../ui/layout/Facts.tsx'
import { Section } from '../../../ui/layout/Section.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { sideLabels } from '../set-up/set-up-words.ts'
import { listed } from '../test-words.ts'
import styles from './outputs.module.css'
import { countFirstWords, sizeWords } from './outputs-words.ts'
import { words } from './words.ts'

/** What would leave this computer, before anything does. */
export function SendPlanFacts({ testId, plan }: { testId: number; plan: SendPlan }) {
  return (
    <Section title={words.whatWouldLeaveThisComputer}>
      <Facts
        facts={[
          [words.to, listed(plan.hosts)],
          [words.requests, <Requests key="requests" plan={plan} />],
          [words.text, <Size key="size" testId={testId} plan={plan} />],
          [words.costsAtMost, <Cost key="cost" plan={plan} />],
        ]}
      />
    </Section>
  )
}

/** How much is sent. A count by the provider sends the texts, so it is a click of its own. */
function Size({ testId, plan }: { testId: number; plan: SendPlan }) {
  const counting = useMutation(orpc.modelTests.countTokens.mutationOptions())
  const canBeCounted = !plan.areTokensCounted && plan.obstacle === null && plan.evaluator === null
  return (
    <>
      {sizeWords(plan, locale)}
      {canBeCounted && (
        <div className={styles.countFirst}>
          <Button
            variant="default"
            size="xs"
            loading={counting.isPending}
            onClick={() => counting.mutate({ id: testId })}
          >
            {words.haveTheTokensCounted}
          </Button>
          <small>{countFirstWords(plan, locale)}</small>
        </div>
      )}
      {counting.isError && <ErrorNote error={counting.error} />}
    </>
  )
}

function Requests({ plan }: { plan: SendPlan }) {
  return (
    <>
      {formatNumber(plan.calls, 0, locale)}
      <ul className={styles.planSides}>
        {plan.sides.map(({ workflowName, side, model, calls }) => (
          <li key={`${workflowName} ${side}`}>
            {words.to2(workflowName, sideLabels[side].toLowerCase(), count(calls, 'input', locale), model)}
          </li>
        ))}
        {plan.evaluator && (
          <li>
            {words.secondOpinionWithBothOutputs(
              count(plan.evaluator.calls, 'request', locale),
              listed(plan.evaluator.models),
            )}
          </li>
        )}
      </ul>
    </>
  )
}

function Cost({ plan: { costAtMost, missingPrices } }: { plan: SendPlan }) {
  if (costAtMost !== null) {
    return (
      <>
        {formatDollars(costAtMost, locale)} <small>{words.withEveryAnswerAtIts}</small>
      </>
    )
  }
  const names = listed(missingPrices)
  return (
    <>
      {words.notKnownThereIsNo}
      {names || words.aModel}. <Link href="/settings/model-tests">{words.enterPrices}</Link>
    </>
  )
}
