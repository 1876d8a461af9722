import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ChangeEffect, MeasuredChange } from '../../../shared/contract/changes.ts'
import { isOpen, stageLabels, standingLabels, standingOf } from '../../../shared/domain/effects/standing.ts'
import { formatDay, formatNumber } from '../../../shared/domain/format.ts'
import { nearMonth } from '../../../shared/domain/time/month-words.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { VerdictShape } from '../../ui/marks/VerdictBadge.tsx'
import styles from './changes.module.css'
import { words } from './words.ts'

/** So many are shown of each month until all are asked for. */
const fewShown = 3

/** What a review brings: the first look at a change, or the next one. */
type Look = { dueMonth: string; isFirst: boolean }

/** The changes whose effect is still open, by the review that brings their next look; nothing while none waits. */
export function WaitingChanges() {
  const waiting = useQuery(orpc.changes.waiting.queryOptions())
  if (waiting.isError) return <ErrorNote error={waiting.error} />
  if (!waiting.data || waiting.data.total === 0) return null
  const { rows, total } = waiting.data
  return <WaitingList rows={rows} total={total} />
}

export function WaitingList({ rows, total }: { rows: readonly MeasuredChange[]; total: number }) {
  return (
    <Section title={words.waiting}>
      <Card>
        <ul className={styles.waiting}>
          {byLook(rows).map(([look, changes]) => (
            <li key={`${look.dueMonth} ${look.isFirst}`}>
              <VerdictShape verdict="waiting" />
              <WaitingFor look={look} changes={changes} />
            </li>
          ))}
        </ul>
        {rows.length < total && (
          <p className={layout.quiet}>
            {words.theseAreTheNewestOf(rows.length, formatNumber(total, 0, locale))}
          </p>
        )}
      </Card>
    </Section>
  )
}

function WaitingFor({ look, changes }: { look: Look; changes: readonly MeasuredChange[] }) {
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? changes : changes.slice(0, fewShown)
  const month = nearMonth(look.dueMonth, changes[0]?.onDate ?? '', locale)
  return (
    <div>
      <h3>{look.isFirst ? words.waitingFor(month) : words.bringsTheNextLook(month)}</h3>
      <ul className={layout.list}>
        {shown.map((change) => (
          <li key={change.number}>
            <Link href={`/changes/${change.number}`}>
              {change.number} {change.what}
            </Link>
            <span className={layout.quiet}>
              {` · ${waitsFor(change, look).map(standing).join(', ')} · ${formatDay(change.onDate, locale)}`}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button variant="subtle" onClick={() => setShowsAll(true)}>
          {words.showAllThatWaitFor(changes.length)}
        </Button>
      )}
    </div>
  )
}

/** "Offers", or with what is told so far "Offers: better, first look". */
function standing(effect: ChangeEffect): string {
  const look = effect.looks.at(-1)
  if (!look) return effect.workflowName
  const stage = look.verdict === 'cannot_be_told' ? [] : [stageLabels[look.stage].toLowerCase()]
  const told = [standingLabels[standingOf(effect)].toLowerCase(), ...stage].join(', ')
  return `${effect.workflowName}: ${told}`
}

const waitsFor = (change: MeasuredChange, { dueMonth, isFirst }: Look) =>
  change.effects.filter(
    (effect) => isOpen(effect) && effect.waitingFor === dueMonth && (effect.looks.length === 0) === isFirst,
  )

/** A change stands under every look one of its workflows waits for; the next month comes first, in it the first looks. */
function byLook(changes: readonly MeasuredChange[]): [Look, MeasuredChange[]][] {
  const months = new Set(
    changes.flatMap(({ effects }) =>
      effects.flatMap((effect) => (isOpen(effect) ? (effect.waitingFor ?? []) : [])),
    ),
  )
  return [...months]
    .toSorted((first, second) => first.localeCompare(second))
    .flatMap((dueMonth) => [true, false].map((isFirst): Look => ({ dueMonth, isFirst })))
    .map((look): [Look, MeasuredChange[]] => [
      look,
      changes.filter((change) => waitsFor(change, look).length > 0),
    ])
    .filter(([, own]) => own.length > 0)
}
