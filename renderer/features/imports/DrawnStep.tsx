import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Draw } from '../../../shared/contract/reviews/reviews.ts'
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
import { words } from './words.ts'

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
          {data.againCount > 0 && (
            <p className={files.quiet}>
              {words.comeAgainAmongThem(count(data.againCount, 'output', locale), data.againCount === 1)}
            </p>
          )}
        </div>
        <Actions>
          <Button onClick={() => navigate(`/review/${reviewId}`)}>{words.startReviewing}</Button>
        </Actions>
        <details className={styles.record}>
          <summary>{words.howThisSampleWasDrawn}</summary>
          <p>{methodSentences[data.method]}</p>
          <Facts facts={recordRows(data)} />
        </details>
      </div>
    </Card>
  )
}

const methodSentences: Readonly<Record<Draw['method'], string>> = {
  random: words.theMonthsOutputsWereFrozen,
  all: words.thereWereNoMoreOutputs,
  by_hand: words.theseOutputsWereChosenBy,
}

function recordRows(record: Draw & { isReproduced: boolean | null }): Fact[] {
  const { drawnAt, poolCount, outputCount, seed, algorithm, isReproduced } = record
  const all = count(outputCount, 'output', locale)
  return [
    ['Drawn', formatInstant(drawnAt)],
    [
      words.drawnFrom,
      poolCount === outputCount ? all : `${count(poolCount, words.differentOutput, locale)} of ${all}`,
    ],
    ['Seed', seed === null ? null : String(seed)],
    ['Algorithm', algorithm],
    [words.drawnAgainJustNow, isReproduced === null ? null : redrawWords(isReproduced)],
  ]
}

function redrawWords(isReproduced: boolean): string {
  return isReproduced ? words.theSameOutputsCameOut : words.otherOutputsCameOutThe
}

function drawSentence({ method, sampleSize, poolCount }: Draw): string {
  const size = formatNumber(sampleSize, 0, locale)
  const pool = formatNumber(poolCount, 0, locale)
  switch (method) {
    case 'random':
      return words.pickedOfAtRandom(size, pool)
    case 'all':
      return words.allAreInTheSample(count(sampleSize, 'output', locale))
    case 'by_hand':
      return words.ofChosenByHand(size, pool)
  }
}

function reserveSentence({ method, reservesLeft }: Draw): string {
  if (method === 'by_hand') return words.labelledAsChosenByHand
  if (reservesLeft === 0) return words.noneAreInReserve
  return words.moreInReserve(reservesLeft, reservesLeft === 1 ? 'is' : 'are')
}

function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant))
}
