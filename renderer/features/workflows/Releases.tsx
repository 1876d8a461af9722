import { TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Release } from '../../../shared/contract/documents.ts'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { locale } from '../../ui/locale.ts'
import { Table } from '../../ui/Table.tsx'
import { documentPath } from '../documents/document-words.ts'
import { useCompanyFacts } from '../documents/use-company-facts.ts'
import styles from './prompt.module.css'
import { partWords, ranSentence } from './release-words.ts'

/** What a workflow ran on, release by release, and on any one day. */
export function Releases({ workflow }: { workflow: Workflow }) {
  const releases = useQuery(orpc.releases.list.queryOptions({ input: { workflowId: workflow.id } }))
  return (
    <section className={styles.section} aria-labelledby="releases">
      <h2 id="releases" className={styles.smallHeading}>
        Releases
      </h2>
      {releases.isError && <ErrorNote error={releases.error} />}
      {releases.data?.length === 0 && (
        <p className={styles.quiet}>
          A release is what the workflow runs on at one time: prompt, model and Foundation. Publish one of
          them and release 1 stands here.
        </p>
      )}
      {releases.data && releases.data.length > 0 && (
        <>
          <WhatRanOn workflow={workflow} />
          <Card>
            <ReleaseTable releases={releases.data} />
          </Card>
        </>
      )}
    </section>
  )
}

function WhatRanOn({ workflow }: { workflow: Workflow }) {
  const { today } = useCompanyFacts()
  const [on, setOn] = useState('')
  const answer = useQuery(
    orpc.releases.at.queryOptions({ input: on === '' ? skipToken : { workflowId: workflow.id, on } }),
  )
  return (
    <div className={styles.ranOn}>
      <TextInput
        type="date"
        label="What ran on"
        max={today}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <div role="status">
        {answer.data !== undefined && (
          <p>{ranSentence({ on, name: workflow.name, release: answer.data, locale })}</p>
        )}
        {answer.data && answer.data.parts.length > 0 && <Parts release={answer.data} />}
      </div>
      {answer.isError && <ErrorNote error={answer.error} />}
    </div>
  )
}

function Parts({ release: { workflowId, parts } }: { release: Release }) {
  return (
    <ul className={styles.parts}>
      {parts.map(({ documentId: id, kind, name, version }) => (
        <li key={id}>
          <Link href={`${documentPath({ id, workflowId: kind === 'section' ? null : workflowId })}/history`}>
            {name}
          </Link>{' '}
          version {version}
        </li>
      ))}
    </ul>
  )
}

function ReleaseTable({ releases }: { releases: readonly Release[] }) {
  return (
    <Table label="Releases">
      <thead>
        <tr>
          <th scope="col">Release</th>
          <th scope="col">Since</th>
          <th scope="col">Prompt</th>
          <th scope="col">Model</th>
          <th scope="col">Foundation</th>
          <th scope="col">Approved by</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <tr key={release.number}>
            <th scope="row">Release {release.number}</th>
            <td className={styles.noWrap}>{formatDay(release.liveOn, locale)}</td>
            <td className={styles.noWrap}>{partWords(release, 'prompt')}</td>
            <td className={styles.noWrap}>{partWords(release, 'model')}</td>
            <td>{partWords(release, 'section')}</td>
            <td>{release.approvedBy || '–'}</td>
            <td>
              <Link href={`/changes/${release.changeNumber}`}>{release.changeNumber}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
