import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { DocumentKind } from '../../../shared/contract/documents.ts'
import { orpc } from '../../api/client.ts'
import layout from '../../ui/layout/layout.module.css'
import styles from './documents.module.css'
import { Variables } from './Variables.tsx'
import { words } from './words.ts'

type DrawsOnProps = { kind: DocumentKind; text: string; sectionIds: readonly number[] }

/** What a prompt is filled with: its variables and the Foundation sections it draws on. Nothing for the others. */
export function DrawsOn({ kind, text, sectionIds }: DrawsOnProps) {
  const sections = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  if (kind !== 'prompt') return null
  const drawn = (sections.data ?? []).filter(({ id }) => sectionIds.includes(id))
  return (
    <>
      <Variables text={text} />
      <div className={styles.facts}>
        <h2 className={styles.factName}>{words.drawsOn}</h2>
        {drawn.length === 0 ? (
          <p className={layout.quiet}>{words.noFoundationSection}</p>
        ) : (
          <ul className={styles.chips}>
            {drawn.map(({ id, name }) => (
              <li key={id}>
                <Link href={`/foundation/${id}`}>{name}</Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
