import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Release } from '../../../shared/contract/documents.ts'
import type { JudgedOutput } from '../../../shared/contract/outputs.ts'
import { formatDay, formatMonth } from '../../../shared/domain/format.ts'
import { lastDayOf } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import { Card } from '../../ui/layout/Card.tsx'
import { Facts } from '../../ui/layout/Facts.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { workflowPath } from '../../ui/lib/workflow-path.ts'
import styles from './outputs.module.css'
import { words } from './words.ts'

/** When and by whom an output was written, its place in its source, what it ran on, and its review. */
export function WhereItComesFrom({ judged }: { judged: JudgedOutput }) {
  const { output, month, position, reviewId, finishedOn, reviewer, file } = judged
  const reviewed =
    finishedOn === null ? null : words.reviewedBy(reviewer || words.theOwner, formatDay(finishedOn, locale))
  return (
    <Card>
      <h2 className={styles.heading}>{words.whereItComesFrom}</h2>
      <Facts
        arrangement="below"
        facts={[
          [words.written, output.occurredOn === null ? words.noDate : formatDay(output.occurredOn, locale)],
          [words.by, output.person],
          [words.sourceId, output.externalId && <SourceId id={output.externalId} />],
          [words.file, words.fileOn(file.name, formatDay(file.importedOn, locale))],
          [words.times, output.copies > 1 ? words.standsTimes(output.copies) : null],
          [words.ranOn, <RanOn key="ran-on" judged={judged} />],
          [
            words.review,
            <Link
              key="review"
              href={finishedOn === null ? `/review/${reviewId}` : `/review/${reviewId}/done`}
            >
              {words.reviewOutput(formatMonth(month, locale), position)}
            </Link>,
          ],
          [words.reviewer, reviewed],
        ]}
      />
    </Card>
  )
}

/** The key or link of an output in its own tool, to look it up there. */
function SourceId({ id }: { id: string }) {
  const [said, setSaid] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(id).then(
      () => setSaid(words.copied),
      () => setSaid(words.copyFailed),
    )
  return (
    <span className={styles.sourceId}>
      <span>{id}</span>
      <button type="button" className={layout.textButton} onClick={() => void copy()}>
        {words.copy}
      </button>
      <span className={layout.quiet} role="status">
        {said}
      </span>
    </span>
  )
}

/** What everyone ran on its day; without a date, what ran over its month. */
function RanOn({ judged: { workflowId, output, month } }: { judged: JudgedOutput }) {
  const on = (day: string) => orpc.releases.at.queryOptions({ input: { workflowId, on: day } })
  const first = useQuery(on(output.occurredOn ?? `${month}-01`)).data
  const last = useQuery(on(output.occurredOn ?? lastDayOf(month))).data
  if (!first || !last) return null
  const path = workflowPath(workflowId, 'prompt')
  return (
    <>
      {last.release === null ? (
        words.noRelease
      ) : (
        <Link href={path}>{released(first.release, last.release)}</Link>
      )}
      {output.occurredOn !== null &&
        first.pilots.map(({ number, rollOut }) => (
          <div key={number}>{words.pilotToo(number, rollOut.team)}</div>
        ))}
    </>
  )
}

const released = (first: Release | null, last: Release) =>
  first === null || first.number === last.number
    ? words.release(last.number)
    : words.oneOf(first.number, last.number)
