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

/** What would leave this computer, before anything does. */
export function SendPlanFacts({ plan }: { plan: SendPlan }) {
  return (
    <Section title="What would leave this computer">
      <Facts
        facts={[
          ['To', listed(plan.hosts)],
          ['Requests', <Requests key="requests" plan={plan} />],
          ['Text', sizeWords(plan, locale)],
          ['Costs at most', <Cost key="cost" plan={plan} />],
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
            {workflowName}, {sideLabels[side].toLowerCase()}: {count(calls, 'input', locale)} to {model}
          </li>
        ))}
        {plan.evaluator && (
          <li>
            Second opinion, with both outputs: {count(plan.evaluator.calls, 'request', locale)} to{' '}
            {listed(plan.evaluator.models)}
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
        {formatDollars(costAtMost, locale)} <small>with every answer at its full length</small>
      </>
    )
  }
  const names = listed(missingPrices)
  return (
    <>
      Not known: there is no price for {names || 'a model'}.{' '}
      <Link href="/settings/model-tests">Enter prices</Link>
    </>
  )
}
