import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { formatNumber, parseNumber } from '../../../../shared/domain/format.ts'
import { orpc } from '../../../api/client.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../../ui/feedback/Loading.tsx'
import { Note } from '../../../ui/feedback/Note.tsx'
import { Card } from '../../../ui/layout/Card.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import { listed } from '../test-words.ts'
import styles from './outputs.module.css'
import { maybePaidWords, sendLabel } from './outputs-words.ts'
import { PersonalDataList } from './PersonalDataList.tsx'
import { RequestPreview } from './RequestPreview.tsx'
import { RunProgress } from './RunProgress.tsx'
import { SendPlanFacts } from './SendPlanFacts.tsx'
import { Sides } from './Sides.tsx'
import { words as say } from './words.ts'

/** Fetching the outputs from the provider: what would be sent, and how far it is. */
export function FetchOutputs({ test }: { test: ModelTest }) {
  const isRunning = test.run.state === 'running'
  const maybePaid = maybePaidWords(test.run, locale)
  return (
    <Card className={styles.fetch}>
      <RunProgress test={test} />
      {maybePaid && (
        <Note tone="watch">
          {maybePaid} <Link href="/settings/sent">{say.whatLeftThisComputer}</Link>
        </Note>
      )}
      {!isRunning && <Sides test={test} />}
      {!isRunning && <Sending test={test} />}
    </Card>
  )
}

/** What would be sent, and the button that sends it. */
function Sending({ test }: { test: ModelTest }) {
  const plan = useQuery(orpc.modelTests.sendPlan.queryOptions({ input: { id: test.id } }))
  const { run } = test
  const [cap, setCap] = useState(run.cap === null ? '' : formatNumber(run.cap, 2, locale))
  const start = useMutation(orpc.modelTests.startRun.mutationOptions())
  if (plan.isPending) return <Loading />
  if (plan.isError) return <ErrorNote error={plan.error} />
  const { calls, obstacle, personal, missingKeys } = plan.data
  if (calls === 0) return <p className={layout.quiet}>{obstacle}</p>
  const typed = cap.trim() === '' ? null : parseNumber(cap, locale)
  const isCapWrong = cap.trim() !== '' && (typed === null || typed < 0)
  const isGoingOn = run.state === 'paused' || run.state === 'stopped'
  const send = (
    <SendLine
      label={isGoingOn ? say.goOn(lowerFirst(sendLabel(plan.data, locale))) : sendLabel(plan.data, locale)}
      cap={cap}
      isCapWrong={isCapWrong}
      isHeld={obstacle !== null}
      isBusy={start.isPending}
      onCap={setCap}
    />
  )
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isCapWrong) start.mutate({ id: test.id, cap: typed })
      }}
    >
      {isGoingOn && send}
      <SendPlanFacts testId={test.id} plan={plan.data} />
      <RequestPreview previews={plan.data.previews} />
      {personal.length > 0 && <PersonalDataList personal={personal} />}
      {missingKeys.length > 0 ? (
        <Note tone="watch">
          {say.thereIsNoApiKey(listed(missingKeys))}
          <Link href="/settings/model-tests">{say.enterAnApiKey}</Link>
        </Note>
      ) : (
        obstacle && <Note tone="watch">{obstacle}</Note>
      )}
      {!isGoingOn && send}
      {start.isError && <ErrorNote error={start.error} />}
    </form>
  )
}

type SendLineProps = {
  label: string
  /** As typed, in US dollars. */
  cap: string
  isCapWrong: boolean
  isHeld: boolean
  isBusy: boolean
  onCap: (cap: string) => void
}

function SendLine({ label, cap, isCapWrong, isHeld, isBusy, onCap }: SendLineProps) {
  return (
    <div className={styles.sendLine}>
      <TextInput
        className={styles.cap ?? ''}
        label={say.stopAtInUsDollars}
        inputMode="decimal"
        value={cap}
        error={isCapWrong ? say.enterAnAmountForExample : undefined}
        onChange={(event) => onCap(event.currentTarget.value)}
      />
      <Button type="submit" disabled={isHeld} loading={isBusy}>
        {label}
      </Button>
    </div>
  )
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
