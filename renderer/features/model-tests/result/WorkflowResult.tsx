import type { TestResult } from '../../../../shared/contract/model-tests/result.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { formatNumber } from '../../../../shared/domain/format.ts'
import { Card } from '../../../ui/layout/Card.tsx'
import shared from '../../../ui/layout/shared.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { Table } from '../../../ui/tables/Table.tsx'
import { chanceWords, costWords, ruleWords, secondsWords } from '../test-words.ts'
import styles from './result.module.css'
import { countRows } from './result-rows.ts'

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
            {isRuleMet ? 'Rule met' : 'Rule not met'}
          </span>
        </div>
        <p className={shared.lead}>{sentence}</p>
        <p className={styles.caution}>{caution}</p>
        <div className={styles.tables}>
          <Counts result={result} />
          <SideFigures result={result} test={test} />
        </div>
        <p className={styles.quiet}>Your rule: {ruleWords(rule)}.</p>
        {remarks.map((words) => (
          <p key={words} className={styles.quiet}>
            {words}
          </p>
        ))}
      </Card>
    </section>
  )
}

const verdicts = [{ heading: 'The candidate is' }, { heading: 'Inputs', width: '72px', isNumber: true }]

function Counts({ result }: { result: TestResult }) {
  return (
    <Table label={`Verdicts, ${result.workflowName}`} columns={verdicts}>
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
    { heading: 'Side by side' },
    {
      heading: names?.current.name ?? 'Current',
      under: 'Current',
      width: '30%',
      isNumber: true,
      className: styles.sideName,
    },
    {
      heading: names?.candidate.name ?? 'Candidate',
      under: 'Candidate',
      width: '30%',
      isNumber: true,
      className: styles.sideName,
    },
  ]
  const rows = [
    ['Must-pass failures', String(currentFailures), String(candidateFailures)],
    ['Median time', secondsWords(current.medianMs, locale), secondsWords(candidate.medianMs, locale)],
    ['Median length in words', words(current.words), words(candidate.words)],
    ['Cost of these outputs', costWords(current.cost, locale), costWords(candidate.cost, locale)],
  ].filter(([, ...figures]) => figures.some((figure) => figure !== '–'))
  return (
    <Table label={`Current and candidate, ${result.workflowName}`} columns={sides}>
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
