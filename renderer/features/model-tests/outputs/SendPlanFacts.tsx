import { Link } from 'wouter'
import type { SendPlan } from '../../../../shared/contract/model-tests/outputs.ts'
import { formatNumber } from '../../../../shared/domain/format.ts'
import { formatDollars } from '../../../../shared/domain/model-tests/token-cost.ts'
import { count } from '../../../parts/figures/words.ts'
import { Facts } from '../../../ui/layout/Facts.tsx'
import { Section } from '../../../ui/layout/Section.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import { sideLabels } from '../set-up/set-up-words.ts'
import { listed } from '../test-words.ts'
import styles from './outputs.module.css'
import { sizeWords } from './outputs-words.ts'
import { words } from './words.ts'

/** What would leave this computer, before anything does. */
export function SendPlanFacts({ plan }: { plan: SendPlan }) {
  return (
    <Section title={words.whatWouldLeaveThisComputer}>
      <Facts
        facts={[
          [words.to, listed(plan.hosts)],
          [words.requests, <Requests key="requests" plan={plan} />],
          [words.text, sizeWords(plan, locale)],
          [words.costsAtMost, <Cost key="cost" plan={plan} />],
        ]}
      />
    </Section>
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
