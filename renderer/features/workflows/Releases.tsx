import { TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Release } from '../../../shared/contract/documents.ts'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { formatNearDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { documentPath } from '../../parts/documents/document-words.ts'
import {
  isReplaced,
  partWords,
  pilotSentence,
  ranSentence,
  rollOutLabels,
} from '../../parts/documents/release-words.ts'
import { pilotBefore } from '../../parts/documents/roll-out.ts'
import { useCompanyFacts } from '../../parts/documents/use-company-facts.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { StageBadge } from '../../ui/marks/StageBadge.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import { MoveOnDialog } from './MoveOnDialog.tsx'
import styles from './prompt.module.css'
import { words as say } from './words.ts'

/** What a workflow ran on, release by release, and on any one day. */
export function Releases({ workflow }: { workflow: Workflow }) {
  const releases = useQuery(orpc.releases.list.queryOptions({ input: { workflowId: workflow.id } }))
  const [moving, setMoving] = useState<Release | null>(null)
  return (
    <Section title={say.releases}>
      {releases.isError && <ErrorNote error={releases.error} />}
      {releases.data?.length === 0 && <p className={layout.quiet}>{say.aReleaseIsWhatThe}</p>}
      {releases.data && releases.data.length > 0 && (
        <>
          <WhatRanOn workflow={workflow} />
          <Card>
            <ReleaseTable releases={releases.data} onMove={setMoving} />
          </Card>
        </>
      )}
      {moving && <MoveOnDialog release={moving} onClose={() => setMoving(null)} />}
    </Section>
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
        label={say.whatRanOn}
        max={today}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <div role="status">
        {answer.data !== undefined && (
          <p>{ranSentence({ on, name: workflow.name, release: answer.data.release, locale })}</p>
        )}
        {answer.data?.release && <Parts release={answer.data.release} />}
        {answer.data?.pilots.map((pilot) => (
          <div key={pilot.number} className={styles.pilot}>
            <p>{pilotSentence(pilot)}</p>
            <Parts release={pilot} />
          </div>
        ))}
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
          </Link>
          {say.version(version)}
        </li>
      ))}
    </ul>
  )
}

type ReleaseTableProps = { releases: readonly Release[]; onMove: (release: Release) => void }

const columns = [
  { heading: say.release, width: '96px' },
  { heading: say.stage, width: '136px' },
  { heading: say.since, width: '144px' },
  { heading: say.runsOn },
  { heading: say.approvedBy, width: '136px', className: layout.noWrap },
  { heading: say.change, width: '80px' },
  { heading: say.nextStage, width: '136px', isUnseen: true },
]

function ReleaseTable({ releases, onMove }: ReleaseTableProps) {
  const { today } = useCompanyFacts()
  const workflowId = releases[0]?.workflowId
  const runsToday = useQuery(
    orpc.releases.at.queryOptions({
      input: workflowId === undefined ? skipToken : { workflowId, on: today },
    }),
  )
  const running = runsToday.data?.release ?? null
  return (
    <Table label={say.releases} columns={columns}>
      <tbody>
        {releases.map((release) => (
          <tr key={release.number}>
            <th scope="row" className={layout.noWrap}>
              {say.release2(release.number)}
            </th>
            <td className={styles.stage}>
              <Stage release={release} isReplaced={isReplaced(release, running, today)} today={today} />
            </td>
            <td className={layout.noWrap}>{formatNearDay(release.rollOut.since, today, locale)}</td>
            <td className={styles.runsOn}>
              <RunsOn release={release} />
            </td>
            <td className={layout.noWrap}>{release.approvedBy || '–'}</td>
            <td>
              <Link href={`/changes/${release.changeNumber}`}>{release.changeNumber}</Link>
            </td>
            <td className={layout.noWrap}>
              {!isReplaced(release, running, today) && (
                <button
                  type="button"
                  className={layout.textButton}
                  aria-label={say.moveOnRelease(release.number)}
                  onClick={() => onMove(release)}
                >
                  {say.moveOn}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

type StageProps = { release: Release; isReplaced: boolean; today: string }

/** How far a release is, or was, and that a team tried it first. */
function Stage({ release: { rollOut, earlierStages }, isReplaced, today }: StageProps) {
  const { stage, team, until } = rollOut
  const before = pilotBefore([...earlierStages, rollOut])
  return (
    <>
      {isReplaced ? (
        <span className={layout.quiet}>{say.wasInProduction}</span>
      ) : (
        <StageBadge stage={stage} words={team === '' ? rollOutLabels[stage] : say.pilotWith(team)} />
      )}
      {until !== null && (
        <span className={styles.under}>{say.until2(formatNearDay(until, today, locale))}</span>
      )}
      {before !== null && <span className={styles.under}>{before}</span>}
    </>
  )
}

/** Prompt, model and sections in two lines. */
function RunsOn({ release }: { release: Release }) {
  const [prompt, model] = [partWords(release, 'prompt'), partWords(release, 'model')]
  const tool = [prompt !== '–' && `Prompt ${lowered(prompt)}`, model !== '–' && `model ${lowered(model)}`]
  const sections = partWords(release, 'section')
  return (
    <>
      {tool.filter(Boolean).join(', ')}
      {sections !== '–' && <span className={styles.under}>{sections}</span>}
    </>
  )
}

const lowered = (words: string) => words.toLowerCase()
