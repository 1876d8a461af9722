import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import layout from '../../ui/layout/layout.module.css'
import styles from './documents.module.css'
import { words } from './words.ts'

type SectionChoiceProps = { chosen: readonly number[]; onChange: (sectionIds: number[]) => void }

/** Which Foundation sections a prompt draws on. */
export function SectionChoice({ chosen, onChange }: SectionChoiceProps) {
  const sections = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  if (sections.isError) return <ErrorNote error={sections.error} />
  if (sections.data?.length === 0) {
    return <p className={layout.quiet}>{words.yourFoundationHasNoSections}</p>
  }
  return (
    <Checkbox.Group
      label={words.drawsOnTheseFoundationSections}
      value={chosen.map(String)}
      onChange={(values) => onChange(values.map(Number))}
    >
      <div className={styles.checks}>
        {sections.data?.map(({ id, name }) => (
          <Checkbox key={id} value={String(id)} label={name} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
