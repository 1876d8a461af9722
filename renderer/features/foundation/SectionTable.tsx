import { useMutation } from '@tanstack/react-query'
import type { Document } from '../../../shared/contract/documents.ts'
import { formatNearDay } from '../../../shared/domain/format.ts'
import type { Day } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import { decidedOn, dueOf, dueWords, lastDecided, summaryOf } from '../../parts/documents/document-words.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { IconButton } from '../../ui/marks/IconButton.tsx'
import { RowLink } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './foundation.module.css'
import { words } from './words.ts'

const columns = [
  { heading: words.section },
  { heading: words.version, width: '120px' },
  { heading: words.lastChanged, width: '144px' },
  { heading: words.lastChecked, width: '160px' },
  { heading: words.nextCheck, width: '160px' },
  { heading: words.order, width: '80px', isUnseen: true },
]

/** The sections in the owner's order: what each says, its version, and whether it was checked of late. */
export function SectionTable({ sections }: { sections: readonly Document[] }) {
  const move = useMutation(orpc.documents.move.mutationOptions())
  const { today } = useCompanyFacts()
  return (
    <>
      {move.isError && <ErrorNote error={move.error} />}
      <Table
        label={words.sections}
        columns={columns}
        end={words.inYourOrder(count(sections.length, 'section', locale))}
      >
        <tbody>
          {sections.map((section, index) => (
            <tr key={section.id}>
              <SectionCells section={section} today={today} />
              <td className={styles.order}>
                <MoveButton section={section} by={-1} isAtEnd={index === 0} onMove={move.mutate} />
                <MoveButton
                  section={section}
                  by={1}
                  isAtEnd={index === sections.length - 1}
                  onMove={move.mutate}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  )
}

type MoveButtonProps = {
  section: Document
  by: -1 | 1
  /** Already the first or the last one. */
  isAtEnd: boolean
  onMove: (move: { id: number; by: -1 | 1 }) => void
}

function MoveButton({ section: { id, name }, by, isAtEnd, onMove }: MoveButtonProps) {
  const direction = by === -1 ? 'up' : 'down'
  return (
    <IconButton
      icon={direction}
      label={words.move(name, direction)}
      // A button that is switched off would lose the focus of whoever moves a section to the end.
      aria-disabled={isAtEnd || undefined}
      onClick={() => {
        if (!isAtEnd) onMove({ id, by })
      }}
    />
  )
}

function SectionCells({ section, today }: { section: Document; today: Day }) {
  const { current, draft } = section
  const due = dueOf(section, today)
  const last = lastDecided(section)
  const near = (day: Day) => formatNearDay(day, today, locale)
  return (
    <>
      <th scope="row" className={styles.name}>
        <RowLink href={`/foundation/${section.id}`}>{section.name}</RowLink>
        <small className={styles.summary}>{summaryOf(current?.text ?? draft?.text ?? '')}</small>
      </th>
      <td className={layout.noWrap}>
        {current ? current.number : words.notInForceYet}
        {current && draft && <span className={shared.under}>{words.andADraft}</span>}
      </td>
      <td className={layout.noWrap}>{current ? near(current.liveOn) : '–'}</td>
      <td className={layout.noWrap}>
        {last ? decidedOn(last, near(last.on)) : '–'}
        {last?.by && <span className={shared.under}>{last.by}</span>}
      </td>
      <td className={layout.noWrap} data-due={due?.isDue || undefined}>
        {due ? dueWords(due, near(due.on)) : '–'}
      </td>
    </>
  )
}
