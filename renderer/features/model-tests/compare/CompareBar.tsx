import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { formatMoment } from '../../../ui/lib/moments.ts'
import { ruleWords } from '../test-words.ts'
import styles from './compare.module.css'
import type { Judging } from './use-judging.ts'

type Props = {
  readonly test: ModelTest
  readonly judging: Judging
  readonly onTaskList: () => void
}

/** What is compared, how far it is, the rule that was agreed, and whether everything said is stored. */
export function CompareBar({ test, judging, onTaskList }: Props) {
  const { pair, index, state } = judging
  const workflow = test.workflows.find(({ workflowName }) => workflowName === pair?.workflowName)
  return (
    <header className={styles.bar}>
      <h1>Model test</h1>
      {pair && (
        <>
          <span className={styles.what} title={pair.workflowName}>
            {pair.workflowName} · current against candidate, names hidden
          </span>
          <span className={styles.place}>
            Pair {index + 1} of {state.total}
          </span>
        </>
      )}
      <span className={styles.barEnd}>
        {workflow && (
          <span className={styles.rule} title={`Your rule: ${ruleWords(workflow.rule)}`}>
            Your rule: {ruleWords(workflow.rule)}
          </span>
        )}
        <span className={styles.saved}>{savedWords(judging)}</span>
        <button type="button" className={styles.barButton} onClick={onTaskList}>
          Task list
        </button>
      </span>
    </header>
  )
}

function savedWords({ saving }: Judging): string {
  if (saving.failure !== null || saving.refused !== null) return 'Not saved'
  if (saving.pending.length > 0) return 'Saving…'
  return saving.savedAt === null ? '' : `Saved ${formatMoment(saving.savedAt, locale)}`
}
