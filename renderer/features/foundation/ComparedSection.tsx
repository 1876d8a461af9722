import { NativeSelect } from '@mantine/core'
import { formatDay } from '../../../shared/domain/format.ts'
import { WordChanges } from '../../parts/text/Comparison.tsx'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import { FieldError } from '../../ui/fields/FieldError.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import type { Compared, Existing, Verdict } from './compared-sections.ts'
import styles from './foundation.module.css'
import { words } from './words.ts'

type ComparedSectionProps = {
  compared: Compared
  existing: readonly Existing[]
  verdict: Verdict | null
  problem: string | undefined
  onStandsFor: (id: number | null) => void
  onDecide: (verdict: Verdict) => void
}

/** One section of a newer document: what it would change, and whether it is taken. */
export function ComparedSection(props: ComparedSectionProps) {
  const { compared, existing, verdict, problem, onStandsFor, onDecide } = props
  const { piece, standsFor } = compared
  const name = standsFor?.name ?? piece.name
  const isNamedElse = standsFor !== null && standsFor.name !== piece.name
  return (
    <li data-undecided={problem === undefined ? undefined : true}>
      <Card>
        <div className={styles.comparedHead}>
          <div>
            <h3>{name}</h3>
            <p className={layout.quiet}>
              {standingOf(standsFor)}
              {isNamedElse && ` ${words.calledInTheDocument(piece.name)}`}
            </p>
          </div>
          <NativeSelect
            aria-label={words.whatStandsFor(piece.name)}
            value={standsFor?.id ?? ''}
            data={[
              { value: '', label: words.aNewSection },
              ...existing.map(({ id, name }) => ({ value: String(id), label: words.standsFor(name) })),
            ]}
            onChange={({ currentTarget: { value } }) => onStandsFor(value === '' ? null : Number(value))}
          />
          <Segmented<Verdict>
            label={words.takeOrLeave(name)}
            value={verdict}
            options={[
              { value: 'take', label: words.take },
              { value: 'leave', label: words.leave },
            ]}
            onChange={onDecide}
          />
        </div>
        {problem !== undefined && <FieldError>{problem}</FieldError>}
        {standsFor?.version ? (
          <WordChanges from={standsFor.text} to={piece.text} />
        ) : (
          <ReadingText text={piece.text} />
        )}
      </Card>
    </li>
  )
}

function standingOf(standsFor: Existing | null): string {
  if (standsFor === null) return words.newInTheDocument
  const { version } = standsFor
  return version
    ? words.inForceSince(version.number, formatDay(version.liveOn, locale))
    : words.notInForceYetSection
}
