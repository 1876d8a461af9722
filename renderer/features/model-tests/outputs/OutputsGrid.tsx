import type { GridRow } from '../../../../shared/contract/model-tests/outputs.ts'
import type { Side, TestWorkflow } from '../../../../shared/contract/model-tests/test.ts'
import { Card } from '../../../ui/layout/Card.tsx'
import { Section } from '../../../ui/layout/Section.tsx'
import { Table } from '../../../ui/tables/Table.tsx'
import { sideLabels } from '../set-up/set-up-words.ts'
import { cellWords, isSame, type Place } from './output-cells.ts'
import styles from './outputs.module.css'
import { words as say } from './words.ts'

type OutputsGridProps = {
  workflow: TestWorkflow
  rows: readonly GridRow[]
  /** The place open for pasting. */
  shown: Place | null
  onOpen: (place: Place) => void
}

const sides = ['current', 'candidate'] as const

const columnsOf = (workflow: TestWorkflow) => [
  { heading: say.input },
  ...sides.map((side) => ({ heading: sideLabels[side], under: workflow[side].name, width: '28%' })),
]

/** Which inputs of a workflow have their two outputs; each place opens for pasting. */
export function OutputsGrid({ workflow, rows, shown, onOpen }: OutputsGridProps) {
  return (
    <Section title={workflow.workflowName}>
      <Card>
        <Table label={say.outputsOf(workflow.workflowName)} columns={columnsOf(workflow)}>
          <tbody>
            {rows.map((row) => (
              <tr key={row.inputId}>
                <th scope="row" className={styles.inputName}>
                  <span className={styles.position}>{row.position}</span> {row.name}
                  {row.mustNotFail && <small className={styles.mustNotFail}>{say.mustNotFail}</small>}
                </th>
                {sides.map((side) => (
                  <td key={side}>
                    <CellButton
                      row={row}
                      side={side}
                      isOpen={isSame(shown, { inputId: row.inputId, side })}
                      onOpen={onOpen}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </Section>
  )
}

type CellButtonProps = { row: GridRow; side: Side; isOpen: boolean; onOpen: (place: Place) => void }

function CellButton({ row, side, isOpen, onOpen }: CellButtonProps) {
  const cell = row[side]
  const words = cellWords(cell)
  return (
    <button
      type="button"
      className={styles.cell}
      data-state={cell.problem !== null ? 'problem' : cell.hasOutput ? 'here' : 'missing'}
      aria-pressed={isOpen}
      aria-label={`${sideLabels[side]}, ${row.name}: ${words}${cell.problem === null ? '' : `. ${cell.problem}`}`}
      onClick={() => onOpen({ inputId: row.inputId, side })}
    >
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {cell.hasOutput ? <path d="m2 6.5 2.8 2.8L10 3.5" /> : <circle cx="6" cy="6" r="4" />}
      </svg>
      <span>
        {words}
        {cell.problem !== null && <small>{cell.problem}</small>}
      </span>
    </button>
  )
}
