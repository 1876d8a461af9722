import { Link } from 'wouter'
import type { TestResult } from '../../../../shared/contract/model-tests/result.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { formatNumber } from '../../../../shared/domain/format.ts'
import { failsOnBoth } from '../../../../shared/domain/model-tests/model-test.ts'
import { Card } from '../../../ui/layout/Card.tsx'
import shared from '../../../ui/layout/shared.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { workflowPath } from '../../../ui/lib/workflow-path.ts'
import { Table } from '../../../ui/tables/Table.tsx'
import { chanceWords, costWords, ruleWords, secondsWords } from '../test-words.ts'
import styles from './result.module.css'
import { countRows } from './result-rows.ts'
import { words as say } from './words.ts'

type Props = { readonly result: TestResult; readonly test: ModelTest }

/** What came out for one workflow: the sentence, what it can tell, and the counts behind it. */
export function WorkflowResult({ result, test }: Props) {
  const { workflowId, workflowName, sentence, caution, isRuleMet, rule, steadiness, evaluator } = result
  const heading = `result-${workflowId}`
  const remarks = [chanceWords(result), steadiness, evaluator].filter((words) => words !== null)
  return (
    <section aria-labelledby={heading}>
      <Card className={styles.result}>
        <div className={styles.resultHead}>
          <h2 id={heading}>{workflowName}</h2>
          <span className={styles.rule} data-met={isRuleMet}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              {isRuleMet ? <circle cx="6" cy="6" r="5" /> : <path d="M6 0l6 6-6 6-6-6z" />}
            </svg>
            {isRuleMet ? say.ruleMet : say.ruleNotMet}
          </span>
        </div>
        <p className={shared.lead}>{sentence}</p>
        <p className={styles.caution}>{caution}</p>
        {failsOnBoth(result) && (
          <p className={styles.caution}>
            <Link href={workflowPath(workflowId, 'prompt')}>{say.mendTheWording}</Link>
          </p>
        )}
        <div className={styles.tables}>
          <Counts result={result} />
          <SideFigures result={result} test={test} />
        </div>
        <p className={styles.quiet}>{say.yourRule(ruleWords(rule))}</p>
        {remarks.map((words) => (
          <p key={words} className={styles.quiet}>
            {words}
          </p>
        ))}
      </Card>
    </section>
  )
}

const verdicts = [{ heading: say.theCandidateIs }, { heading: say.inputs, width: '72px', isNumber: true }]

function Counts({ result }: { result: TestResult }) {
  return (
    <Table label={say.verdicts(result.workflowName)} columns={verdicts}>
      <tbody>
        {countRows(result).map(({ label, value, remark }) => (
          <tr key={label}>
            <th scope="row">
              {label}
              {remark !== null && <small> {remark}</small>}
            </th>
            <td data-number>{value}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function SideFigures({ result, test }: Props) {
  const { current, candidate, currentFailures, candidateFailures } = result
  const names = test.workflows.find(({ workflowId }) => workflowId === result.workflowId)
  const words = (value: number | null) => (value === null ? '–' : formatNumber(value, 0, locale))
  const sides = [
    { heading: say.sideBySide },
    {
      heading: names?.current.name ?? say.current,
      under: say.current,
      width: '30%',
      isNumber: true,
      className: styles.sideName,
    },
    {
      heading: names?.candidate.name ?? say.candidate,
      under: say.candidate,
      width: '30%',
      isNumber: true,
      className: styles.sideName,
    },
  ]
  const rows = [
    [say.mustPassFailures, String(currentFailures), String(candidateFailures)],
    [say.medianTime, secondsWords(current.medianMs, locale), secondsWords(candidate.medianMs, locale)],
    [say.medianLengthInWords, words(current.words), words(candidate.words)],
    [say.costOfTheseOutputs, costWords(current.cost, locale), costWords(candidate.cost, locale)],
  ].filter(([, ...figures]) => figures.some((figure) => figure !== '–'))
  return (
    <Table label={say.currentAndCandidate(result.workflowName)} columns={sides}>
      <tbody>
        {rows.map(([label, first, second]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td data-number>{first}</td>
            <td data-number>{second}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
