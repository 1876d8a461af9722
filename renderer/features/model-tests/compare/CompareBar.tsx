import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { SessionBar } from '../../../session/SessionBar.tsx'
import frame from '../../../session/session.module.css'
import { ruleWords } from '../test-words.ts'
import styles from './compare.module.css'
import type { Judging } from './use-judging.ts'
import { words } from './words.ts'

type Props = {
  readonly test: ModelTest
  readonly judging: Judging
  readonly onTaskList: () => void
}

/** What is compared, how far it is, the rule that was agreed, and whether everything said is stored. */
export function CompareBar({ test, judging, onTaskList }: Props) {
  const { pair, index, state } = judging
  const workflow = test.workflows.find(({ workflowName }) => workflowName === pair?.workflowName)
  const about = pair && (
    <span className={frame.about} title={pair.workflowName}>
      {words.currentAgainstCandidateNamesHidden(pair.workflowName)}
    </span>
  )
  return (
    <SessionBar
      title={words.modelTest}
      about={about}
      place={pair && words.pairOf(index + 1, state.total)}
      saving={judging.saving}
      onTaskList={onTaskList}
    >
      {workflow && (
        <span className={styles.rule} title={words.yourRule(ruleWords(workflow.rule))}>
          {words.yourRule(ruleWords(workflow.rule))}
        </span>
      )}
    </SessionBar>
  )
}
