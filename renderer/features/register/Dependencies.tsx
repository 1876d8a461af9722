import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Dependency, RegisterEntry } from '../../../shared/contract/register.ts'
import { formatNearDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { RowButton } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { DependencyDialog } from './DependencyDialog.tsx'
import styles from './register.module.css'
import { words } from './words.ts'

/** The data a workflow depends on: each line opens to be changed, and removing it can be undone. */
export function Dependencies({ entry: { workflowId, dependencies } }: { entry: RegisterEntry }) {
  const [opened, setOpened] = useState<Dependency | 'new' | null>(null)
  const [removed, setRemoved] = useState<Dependency | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const undo = useRef<HTMLButtonElement>(null)
  const putBack = useMutation(
    orpc.register.saveDependency.mutationOptions({
      onSuccess: () => {
        setRemoved(null)
        add.current?.focus()
      },
    }),
  )
  useEffect(() => {
    // The line that was opened is gone, so the keyboard goes on at the way back.
    if (removed) undo.current?.focus()
  }, [removed])
  return (
    <Section
      title={words.dataItDependsOn}
      aside={
        <Button ref={add} variant="default" onClick={() => setOpened('new')}>
          {words.addData}
        </Button>
      }
    >
      <div className={layout.live} role="status">
        {removed && (
          <p className={layout.notice}>
            {words.wasRemoved(removed.source)}
            <button
              ref={undo}
              type="button"
              className={layout.textButton}
              onClick={() => putBack.mutate({ ...removed, workflowId, id: null })}
            >
              {words.undo}
            </button>
          </p>
        )}
      </div>
      {putBack.isError && <ErrorNote error={putBack.error} />}
      <Card>
        {dependencies.length === 0 ? (
          <p className={layout.quiet}>{words.nothingIsListedYetPrice}</p>
        ) : (
          <DependencyTable dependencies={dependencies} onOpen={setOpened} />
        )}
      </Card>
      {opened && (
        <DependencyDialog
          workflowId={workflowId}
          dependency={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
          onRemoved={setRemoved}
        />
      )}
    </Section>
  )
}

type DependencyTableProps = { dependencies: readonly Dependency[]; onOpen: (dependency: Dependency) => void }

const columns = [
  { heading: words.data },
  { heading: words.system, width: '136px' },
  { heading: words.owner, width: '144px' },
  { heading: words.refreshed, width: '128px' },
  { heading: words.lastChecked, width: '136px', className: layout.noWrap },
  { heading: words.ifItStops, width: '184px' },
]

function DependencyTable({ dependencies, onOpen }: DependencyTableProps) {
  const { today } = useCompanyFacts()
  return (
    <Table label={words.dataItDependsOn} columns={columns}>
      <tbody>
        {dependencies.map((dependency) => (
          <tr key={dependency.id}>
            <th scope="row" className={styles.name}>
              <RowButton onClick={() => onOpen(dependency)}>{dependency.source}</RowButton>
            </th>
            <td>{dependency.system || '–'}</td>
            <td className={styles.person}>{dependency.owner || '–'}</td>
            <td>{dependency.refreshed || '–'}</td>
            <td className={layout.noWrap}>
              {dependency.lastCheckedOn
                ? formatNearDay(dependency.lastCheckedOn, today, locale)
                : words.notYet}
            </td>
            <td className={styles.longText}>{dependency.ifItStops || '–'}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
