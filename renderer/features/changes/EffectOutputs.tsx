import { Button } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ChangeEffect, EffectOutput } from '../../../shared/contract/changes.ts'
import { formatMonth, formatNumber, formatShare, formatShortDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import styles from './effects.module.css'
import { words } from './words.ts'

type EffectOutputsProps = { number: number; effect: ChangeEffect }

/** The outputs that both sides of an effect rest on, asked for when they are wanted. */
export function EffectOutputs({ number, effect: { workflowId, looks } }: EffectOutputsProps) {
  const [isShown, setIsShown] = useState(false)
  const outputs = useQuery(
    orpc.changes.outputs.queryOptions({ input: isShown ? { number, workflowId } : skipToken }),
  )
  const look = looks.at(-1)
  const total = (look?.before.n ?? 0) + (look?.after.n ?? 0)
  return (
    <div className={styles.outputs}>
      <Button
        variant="subtle"
        className={layout.flush ?? ''}
        aria-expanded={isShown}
        onClick={() => setIsShown(!isShown)}
      >
        {isShown ? words.hideTheOutputs : words.showTheOutputs(formatNumber(total, 0, locale))}
      </Button>
      {isShown && outputs.isPending && <Loading />}
      {isShown && outputs.isError && <ErrorNote error={outputs.error} />}
      {isShown && outputs.data && (
        <div className={styles.sides}>
          <Side title={words.outputsBefore} outputs={outputs.data.before} />
          <Side title={words.outputsAfter} outputs={outputs.data.after} />
        </div>
      )}
    </div>
  )
}

function Side({ title, outputs }: { title: string; outputs: readonly EffectOutput[] }) {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {outputs.map(({ id, itemId, writtenOn, month, excerpt, editing }) => (
          <li key={id}>
            <span className={styles.day}>
              {writtenOn === null
                ? words.month(formatMonth(month, locale))
                : formatShortDay(writtenOn, locale)}
            </span>
            <Link href={`/outputs/${itemId}`}>{excerpt}</Link>
            <span className={styles.value}>{editing === null ? '–' : formatShare(editing, locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
