import type { ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = readonly [term: string, value: ReactNode]

type FactsProps = {
  /** What is null or empty is left out. */
  facts: readonly Fact[]
  /** The value beside its term, below it, or all of them in one row. */
  arrangement?: 'beside' | 'below' | 'row'
}

/** Terms and what they are. */
export function Facts({ facts, arrangement = 'beside' }: FactsProps) {
  return (
    <dl className={styles.facts} data-arrangement={arrangement}>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
