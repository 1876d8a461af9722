import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StandardInput, StandardsVersion, Workflow } from '../../../shared/contract/workflows.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { defaultStandards } from '../../parts/workflows/default-standards.ts'
import { StandardsEditor } from '../../parts/workflows/StandardsEditor.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import { words } from './words.ts'
import styles from './workflows.module.css'

/** What every output of a workflow must do, and what it had to do before. */
export function StandardsTab({ workflow }: { workflow: Workflow }) {
  const [entered, setEntered] = useState<readonly StandardInput[] | null>(null)
  const save = useMutation(orpc.standards.save.mutationOptions({ onSuccess: () => setEntered(null) }))
  useUnsaved(entered !== null && !save.isPending)
  const versions = useQuery(orpc.standards.versions.queryOptions({ input: { workflowId: workflow.id } }))
  if (versions.isPending) return <Loading />
  if (versions.isError) return <ErrorNote error={versions.error} />
  const [current, ...earlier] = versions.data.toSorted((a, b) => b.version - a.version)
  return (
    <div className={styles.stack}>
      <Card className={styles.wide}>
        <div className={styles.stack}>
          <p className={layout.quiet}>{current ? versionSentence(current) : noStandardsSentence}</p>
          <StandardsEditor
            key={current?.version ?? 0}
            initial={current?.standards ?? defaultStandards}
            submitLabel={words.saveTheStandards}
            hasReviews={workflow.hasReviews}
            onChange={setEntered}
            error={save.error}
            isBusy={save.isPending}
            secondary={
              <span className={styles.saved} role="status">
                {save.isSuccess && words.savedAsVersion(save.data.version)}
              </span>
            }
            onSubmit={(standards, reason) => save.mutate({ workflowId: workflow.id, standards, reason })}
          />
        </div>
      </Card>
      {earlier.length > 0 && <EarlierVersions versions={earlier} />}
    </div>
  )
}

const noStandardsSentence = words.noStandardsYetTheseFive

function versionSentence({ version, createdAt }: StandardsVersion): string {
  const since = formatDay(createdAt.slice(0, 10), locale)
  return words.versionSinceAChangeMakes(version, since)
}

function EarlierVersions({ versions }: { versions: readonly StandardsVersion[] }) {
  return (
    <Section title={words.earlierVersions}>
      <Card className={styles.wide}>
        <div className={styles.versions}>
          {versions.map((version) => (
            <details key={version.version}>
              <summary>
                {words.versionSince(version.version, formatDay(version.createdAt.slice(0, 10), locale))}
              </summary>
              <ul className={styles.versionList}>
                {version.standards.map((standard) => (
                  <li key={standard.id}>
                    <b>{standard.name}</b>
                    {standard.isMustPass && <span className={layout.quiet}>{words.mustPass}</span>}
                    <span className={layout.quiet}> {standard.description}</span>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      </Card>
    </Section>
  )
}
