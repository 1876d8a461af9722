import { TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ModelInUse } from '../../../shared/contract/model-tests/runway.ts'
import { formatDay, formatMinutes } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { newModelTestPath } from '../../ui/lib/new-model-test-path.ts'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './model-tests.module.css'
import { words } from './words.ts'

const columns = [
  { heading: words.workflow, width: '22%' },
  { heading: words.model, width: '24%' },
  { heading: words.retiredOn, width: '24%' },
  { heading: words.startATestBy },
]

/** What each workflow runs on, until when that is there, and when a test has to begin. */
export function ModelsInUse() {
  const inUse = useQuery(orpc.modelTests.inUse.queryOptions())
  if (inUse.isError) return <ErrorNote error={inUse.error} />
  if (!inUse.data || inUse.data.length === 0) return null
  return (
    <Section title={words.modelsInUse}>
      <p className={styles.quiet}>{words.whenAModelIsRetired}</p>
      <Card>
        <Table label={words.modelsInUse} columns={columns}>
          <tbody>
            {inUse.data.map((each) => (
              <Row key={`${each.workflowId} ${each.model}`} inUse={each} />
            ))}
          </tbody>
        </Table>
      </Card>
    </Section>
  )
}

function Row({
  inUse: { workflowId, workflowName, model, retiresOn, source, runway },
}: {
  inUse: ModelInUse
}) {
  const save = useMutation(orpc.provider.saveRetirement.mutationOptions())
  const keep = (typed: string) => {
    const day = typed === '' ? null : typed
    if (day !== retiresOn) save.mutate({ model, retiresOn: day })
  }
  return (
    <tr>
      <th scope="row">{workflowName}</th>
      <td className={styles.what}>{model}</td>
      <td>
        <TextInput
          key={retiresOn}
          type="date"
          aria-label={words.retiredOnOf(model, workflowName)}
          className={styles.retires ?? ''}
          defaultValue={retiresOn ?? ''}
          onBlur={(event) => keep(event.currentTarget.value)}
        />
        {source === 'provider' && <small className={styles.quiet}>{words.fromTheListOfModels}</small>}
        {save.isError && <ErrorNote error={save.error} />}
      </td>
      <td>
        {runway === null ? (
          <span className={styles.quiet}>{words.noDateKnown}</span>
        ) : (
          <>
            <Link href={newModelTestPath({ workflowId, signalId: null })}>
              {formatDay(runway.startBy, locale)}
            </Link>
            <small className={styles.startBy}>
              {words.daysForTestAndPilot(runway.testDays)}
              {runway.seconds !== null && words.yourOwnTook(formatMinutes(runway.seconds / 60))}
            </small>
          </>
        )}
      </td>
    </tr>
  )
}
