import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { formatDay, formatNumber } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './imports.module.css'
import { words } from './words.ts'

const columns = [
  { heading: words.from },
  { heading: words.on, width: '160px' },
  { heading: words.newOutputs, width: '112px', isNumber: true },
  { heading: words.takeBack, width: '168px', className: styles.rowAction, isUnseen: true },
]

/** Everything brought in for a workflow, newest first; each can be taken back until a sample is drawn from it. */
export function ImportHistory({ workflowId }: { workflowId: number }) {
  const list = useQuery(orpc.imports.list.queryOptions({ input: { workflowId } }))
  const remove = useMutation(orpc.imports.remove.mutationOptions())
  if (list.isError) return <ErrorNote error={list.error} />
  if (!list.data || list.data.length === 0) return null
  return (
    <Section title={words.broughtInSoFar}>
      {remove.isError && <ErrorNote error={remove.error} />}
      <Card>
        <Table
          label={words.broughtInSoFar}
          columns={columns}
          end={words.newestFirst(count(list.data.length, 'file', locale))}
        >
          <tbody>
            {list.data.map((each) => (
              <tr key={each.id}>
                <th scope="row">{each.name}</th>
                <td className={layout.noWrap}>{formatDay(each.importedAt.slice(0, 10), locale)}</td>
                <td data-number>{formatNumber(each.keptCount, 0, locale)}</td>
                <td className={styles.rowAction}>
                  {each.canTakeBack ? (
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={words.takeBack2(each.name)}
                      loading={remove.isPending && remove.variables?.id === each.id}
                      onClick={() => remove.mutate({ id: each.id })}
                    >
                      {words.takeBack}
                    </Button>
                  ) : (
                    <span className={layout.quiet}>
                      {each.state === 'removed' ? words.takenBack : words.inADrawnSample}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Card>
    </Section>
  )
}
