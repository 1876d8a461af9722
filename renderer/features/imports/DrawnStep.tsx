import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Draw } from '../../../shared/contract/reviews.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import files from '../../files/files.module.css'
import { StepHeading } from '../../files/StepHeading.tsx'
import { count } from '../../parts/figures/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { type Fact, Facts } from '../../ui/layout/Facts.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './imports.module.css'

/** The drawn sample in one sentence, how it was drawn, and the way into the review. */
export function DrawnStep({ reviewId }: { reviewId: number }) {
  const [, navigate] = useLocation()
  const record = useQuery(orpc.reviews.drawRecord.queryOptions({ input: { reviewId } }))
  if (record.isPending) return <Loading />
  if (record.isError) return <ErrorNote error={record.error} />
  const { data } = record
  return (
    <Card>
      <div className={files.stack}>
        <div>
          <StepHeading>{drawSentence(data)}</StepHeading>
          <p className={files.quiet}>{reserveSentence(data)}</p>
        </div>
        <Actions>
          <Button onClick={() => navigate(`/review/${reviewId}`)}>Start reviewing</Button>
        </Actions>
        <details className={styles.record}>
          <summary>How this sample was drawn</summary>
          <p>{methodSentences[data.method]}</p>
          <Facts facts={recordRows(data)} />
        </details>
      </div>
    </Card>
  )
}

const methodSentences: Readonly<Record<Draw['method'], string>> = {
  random:
    'The month’s outputs were frozen, repeats were counted once, and a seeded generator picked from what was left. The same seed picks the same outputs, on any computer.',
  all: 'There were no more outputs than a sample needs, so all of them are in it.',
  by_hand: 'These outputs were chosen by hand, so figures say what can happen, not how often.',
}

function recordRows(record: Draw & { isReproduced: boolean | null }): Fact[] {
  const { drawnAt, poolCount, outputCount, seed, algorithm, isReproduced } = record
  const all = count(outputCount, 'output', locale)
  return [
    ['Drawn', formatInstant(drawnAt)],
    [
      'Drawn from',
      poolCount === outputCount ? all : `${count(poolCount, 'different output', locale)} of ${all}`,
    ],
    ['Seed', seed === null ? null : String(seed)],
    ['Algorithm', algorithm],
    ['Drawn again just now', isReproduced === null ? null : redrawWords(isReproduced)],
  ]
}

function redrawWords(isReproduced: boolean): string {
  return isReproduced
    ? 'The same outputs came out, in the same order'
    : 'Other outputs came out: the stored sample was changed'
}

function drawSentence({ method, sampleSize, poolCount }: Draw): string {
  const size = formatNumber(sampleSize, 0, locale)
  const pool = formatNumber(poolCount, 0, locale)
  switch (method) {
    case 'random':
      return `Picked ${size} of ${pool} at random`
    case 'all':
      return `All ${count(sampleSize, 'output', locale)} are in the sample`
    case 'by_hand':
      return `${size} of ${pool} chosen by hand`
  }
}

function reserveSentence({ method, reservesLeft }: Draw): string {
  if (method === 'by_hand') return 'Labelled as chosen by hand everywhere.'
  if (reservesLeft === 0) return 'None are in reserve.'
  return `${reservesLeft} more ${reservesLeft === 1 ? 'is' : 'are'} in reserve.`
}

function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))
}
