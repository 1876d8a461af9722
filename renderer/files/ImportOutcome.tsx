import { type ReactNode, useId } from 'react'
import type { RowProblem } from '../../shared/contract/imports.ts'
import { Actions } from '../ui/layout/Actions.tsx'
import styles from './files.module.css'
import { ProblemTable } from './ProblemTable.tsx'
import { StepHeading } from './StepHeading.tsx'
import { words } from './words.ts'

type ImportOutcomeProps = {
  /** How much came in: "12 changes brought in". */
  title: string
  /** What else became of the rows; an empty sentence says nothing. */
  said?: readonly (string | null)[]
  problems: readonly RowProblem[]
  /** How many problems there are, where `problems` holds only the first of them. */
  problemCount?: number
  /** A way to have all of them. */
  saveProblems?: ReactNode
  /** What to know before the problems. */
  children?: ReactNode
  /** Where to go on. */
  actions?: ReactNode
}

/** What an import kept and what it did not, with the reasons row by row. */
export function ImportOutcome(props: ImportOutcomeProps) {
  const { title, said = [], problems, problemCount = problems.length } = props
  const id = useId()
  return (
    <div className={styles.stack}>
      <div>
        <StepHeading>{title}</StepHeading>
        {said.map(
          (sentence) =>
            sentence && (
              <p key={sentence} className={styles.quiet}>
                {sentence}
              </p>
            ),
        )}
      </div>
      {props.children}
      {problemCount > 0 && (
        <section className={styles.section} aria-labelledby={id}>
          <div className={styles.heading}>
            <h3 id={id}>{words.problems(problemCount)}</h3>
            {props.saveProblems}
          </div>
          <ProblemTable problems={problems} />
          {problemCount > problems.length && (
            <p className={styles.quiet}>{words.theseAreTheFirstThe(problems.length)}</p>
          )}
        </section>
      )}
      {props.actions && <Actions>{props.actions}</Actions>}
    </div>
  )
}
