import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Redirect, useParams } from 'wouter'
import type { RevealedPair, TestResult } from '../../../shared/contract/model-tests/result.ts'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { formatDay, formatMinutes, formatNumber } from '../../../shared/domain/format.ts'
import { savePdf } from '../../api/print-page.ts'
import { companyQuery, resultQuery, testQuery } from '../../features/model-tests/queries.ts'
import styles from '../../features/model-tests/result/record.module.css'
import { countRows, exampleGroups, failureWords } from '../../features/model-tests/result/result-rows.ts'
import {
  chanceWords,
  costWords,
  decidedSentence,
  listed,
  listPath,
  ruleWords,
  secondsWords,
  testPath,
  workflowsOf,
} from '../../features/model-tests/test-words.ts'
import { SaveList, useSaveList } from '../../parts/exports/SaveList.tsx'
import print from '../../parts/print/print.module.css'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { useWindowTitle } from '../../ui/lib/useWindowTitle.ts'
import { Table } from '../../ui/tables/Table.tsx'
import { words as say } from './words.ts'

/** What was tested and decided, as it comes out of the printer. */
export function TestRecordPage() {
  const id = Number(useParams<{ id: string }>().id)
  const test = useQuery(testQuery(id))
  const isRevealed = test.data?.state === 'revealed' || test.data?.state === 'decided'
  const result = useQuery({ ...resultQuery(id), enabled: isRevealed })
  const company = useQuery(companyQuery())
  if (test.data && !isRevealed) return <Redirect to={testPath(id)} replace />
  const error = test.error ?? result.error
  if (error) {
    return (
      <FullPage title={say.record}>
        <ErrorNote error={error} />
        <div>
          <GoButton path={listPath}>{say.modelTests}</GoButton>
        </div>
      </FullPage>
    )
  }
  if (!test.data || !result.data || !company.data) return <Loading />
  const { results, pairs } = result.data
  return (
    <Printed test={test.data}>
      <Head test={test.data} companyName={company.data.company?.name ?? ''} />
      <Facts test={test.data} />
      {results.map((each) => (
        <WorkflowSection
          key={each.workflowId}
          result={each}
          test={test.data}
          pairs={pairs.filter(({ workflowId }) => workflowId === each.workflowId)}
        />
      ))}
    </Printed>
  )
}

function Printed({ test, children }: { test: ModelTest; children: React.ReactNode }) {
  const title = say.modelTestRecord
  useWindowTitle(title)
  const pdf = useMutation({ mutationFn: () => savePdf(`model-test-${test.heldOn}`) })
  const save = useSaveList({ kind: 'model_test', id: test.id })
  const error = pdf.error ?? save.error
  return (
    <div className={print.screen} data-app-state="loaded">
      <header className={print.bar}>
        <GoButton path={`${testPath(test.id)}/result`} variant="default">
          {say.back}
        </GoButton>
        <span className={print.barTitle}>{title}</span>
        <SaveList save={save} excelLabel={say.saveAsWorkbook} />
        <Button loading={pdf.isPending} onClick={() => pdf.mutate()}>
          {say.saveAsPdf}
        </Button>
      </header>
      {error && (
        <div className={print.error}>
          <ErrorNote error={error} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <main className={print.desk} tabIndex={0} aria-label={title}>
        <article className={print.sheet}>{children}</article>
      </main>
    </div>
  )
}

function Head({ test, companyName }: { test: ModelTest; companyName: string }) {
  return (
    <header className={print.head}>
      <p>{companyName}</p>
      <h1>{say.modelTest2(workflowsOf(test))}</h1>
      <p className={shared.lead}>
        {test.decision === null ? say.nothingIsDecidedYet : decidedSentence(test, locale)}
      </p>
    </header>
  )
}

function Facts({ test }: { test: ModelTest }) {
  const { heldOn, reason, why, changeNumbers, secondsUsed, pairs } = test
  const facts = [
    [say.dateOfTheTest, formatDay(heldOn, locale)],
    [say.whyItWasHeld, reason],
    [say.reasonGiven, why],
    [say.recordedAs, listed(changeNumbers.map((number) => `change ${number}`))],
    [say.howItWasJudged, say.pairsOneAfterTheOther(pairs)],
    [say.timeUsedToJudge, secondsUsed < 60 ? '' : formatMinutes(secondsUsed / 60)],
  ] as const
  return (
    <dl className={print.facts}>
      {facts.map(
        ([term, value]) =>
          value !== '' && (
            <div key={term}>
              <dt>{term}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

type SectionProps = {
  readonly result: TestResult
  readonly test: ModelTest
  readonly pairs: readonly RevealedPair[]
}

function WorkflowSection({ result, test, pairs }: SectionProps) {
  const { workflowId, workflowName, rule, sentence, caution, steadiness, evaluator } = result
  const workflow = test.workflows.find((each) => each.workflowId === workflowId)
  const remarks = [caution, chanceWords(result), steadiness, evaluator].filter((words) => words !== null)
  const first = exampleGroups(pairs).filter(
    ({ title }) => title === 'Must-pass failures' || title === 'Worse',
  )
  return (
    <section className={styles.workflow}>
      <h2>{workflowName}</h2>
      <p className={shared.lead}>{sentence}</p>
      <p className={print.note}>{remarks.join(' ')}</p>
      <p className={print.note}>{say.ruleAgreedBeforeAnyOutput(ruleWords(rule))}</p>
      <Table label={say.sideBySide} columns={sideColumns}>
        <tbody>
          {sideRows(result, workflow).map(([label, current, candidate]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{current}</td>
              <td>{candidate}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={styles.counts}>
        {say.theCandidateAgainstTheCurrent(
          countRows(result)
            .map(({ label, value }) => `${label.toLowerCase()} ${value}`)
            .join(', '),
        )}
      </p>
      {first.map(({ title, pairs: group }) => (
        <div key={title} className={print.section}>
          <h3>{title}</h3>
          <ul>
            {group.map((pair) => (
              <li key={pair.inputId}>
                {[pair.name, failureWords(pair), pair.note].filter(Boolean).join('. ')}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

const sideColumns = [
  { heading: say.sideBySide },
  { heading: say.current, width: '30%' },
  { heading: say.candidate, width: '30%' },
]

function sideRows(result: TestResult, workflow: ModelTest['workflows'][number] | undefined) {
  const { current, candidate, currentFailures, candidateFailures } = result
  const words = (value: number | null) => (value === null ? '–' : formatNumber(value, 0, locale))
  return [
    ['Name', workflow?.current.name ?? '', workflow?.candidate.name ?? ''],
    [say.mustPassFailures, String(currentFailures), String(candidateFailures)],
    [say.medianTime, secondsWords(current.medianMs, locale), secondsWords(candidate.medianMs, locale)],
    [say.medianLengthInWords, words(current.words), words(candidate.words)],
    [say.costOfTheseOutputs, costWords(current.cost, locale), costWords(candidate.cost, locale)],
  ].filter(([, ...figures]) => figures.some((figure) => figure !== '–'))
}
