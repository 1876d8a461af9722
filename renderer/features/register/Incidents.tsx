import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Incident, RegisterEntry } from '../../../shared/contract/register.ts'
import { formatNearDay } from '../../../shared/domain/format.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { RowButton } from '../../ui/tables/RowLink.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { IncidentDialog } from './IncidentDialog.tsx'
import styles from './register.module.css'
import { words } from './words.ts'

/** What went wrong with a workflow, newest first; each line opens to be gone on with. */
export function Incidents({ entry: { workflowId, incidents } }: { entry: RegisterEntry }) {
  const [opened, setOpened] = useState<Incident | 'new' | null>(null)
  return (
    <Section
      title={words.incidents}
      aside={
        <Button variant="default" onClick={() => setOpened('new')}>
          {words.recordAnIncident}
        </Button>
      }
    >
      <Card>
        {incidents.length === 0 ? (
          <p className={layout.quiet}>{words.noneOnRecordAnIncident}</p>
        ) : (
          <IncidentTable incidents={incidents} onOpen={setOpened} />
        )}
      </Card>
      {opened && (
        <IncidentDialog
          workflowId={workflowId}
          incident={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Section>
  )
}

type IncidentTableProps = { incidents: readonly Incident[]; onOpen: (incident: Incident) => void }

const columns = [
  { heading: words.date, width: '120px' },
  { heading: words.whatHappened },
  { heading: words.effect },
  { heading: words.whatWasDone },
  { heading: words.change3, width: '112px' },
  { heading: words.closed, width: '120px' },
]

function IncidentTable({ incidents, onOpen }: IncidentTableProps) {
  const { today } = useCompanyFacts()
  return (
    <Table label={words.incidents} columns={columns}>
      <tbody>
        {incidents.map((incident) => (
          <tr key={incident.id}>
            <td className={layout.noWrap}>{formatNearDay(incident.happenedOn, today, locale)}</td>
            <th scope="row" className={styles.longText}>
              <RowButton onClick={() => onOpen(incident)}>{incident.what}</RowButton>
            </th>
            <td className={styles.longText}>{incident.effect || '–'}</td>
            <td className={styles.longText}>{incident.correctiveAction || '–'}</td>
            <td className={layout.noWrap}>
              {incident.changeNumber === null ? (
                '–'
              ) : (
                <Link href={`/changes/${incident.changeNumber}`}>{words.change2(incident.changeNumber)}</Link>
              )}
            </td>
            <td className={layout.noWrap}>
              {incident.closedOn ? formatNearDay(incident.closedOn, today, locale) : <b>{words.open}</b>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
