import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Version } from '../../../shared/contract/documents.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { documentPath } from '../../parts/documents/document-words.ts'
import { inForceSince, standingLines } from '../../parts/documents/roll-out.ts'
import { Comparison } from '../../parts/text/Comparison.tsx'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import shared from '../../ui/layout/shared.module.css'
import { classNames } from '../../ui/lib/class-names.ts'
import { count } from '../../ui/lib/count.ts'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './documents.module.css'

/** Every wording there was, newest first, and any two of them side by side. */
export function HistoryTab({ document }: { document: WholeDocument }) {
  if (document.versions.length === 0) {
    return (
      <EmptyState title="No version yet">
        Publish the draft and it becomes version 1. Every later wording is kept here, word for word.
      </EmptyState>
    )
  }
  return (
    <div className={layout.stack}>
      <Card>
        <VersionTable document={document} />
      </Card>
      {document.versions.length > 1 && <CompareVersions versions={document.versions} />}
    </div>
  )
}

const columns = [
  { heading: 'Version', width: '136px' },
  { heading: 'In force since', width: '160px' },
  { heading: 'Why' },
  { heading: 'Approved by', width: '144px' },
  { heading: 'Change', width: '88px' },
  { heading: 'Go back', width: '136px', isUnseen: true },
]

function VersionTable({ document }: { document: WholeDocument }) {
  return (
    <Table
      label="Versions"
      columns={columns}
      end={`${count(document.versions.length, 'version', locale)}, newest first`}
    >
      <tbody>
        {document.versions.map((version) => (
          <tr key={version.id}>
            <th scope="row" className={layout.noWrap}>
              Version {version.number}
              {version.restoredFrom !== null && (
                <span className={shared.under}>back to version {version.restoredFrom}</span>
              )}
            </th>
            <Standing version={version} />
            <td className={styles.why}>{version.why}</td>
            <td>{version.approvedBy || '–'}</td>
            <td>
              <Link href={`/changes/${version.changeNumber}`}>{version.changeNumber}</Link>
            </td>
            <td className={styles.rowAction}>
              <RowAction document={document} version={version} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** Since when everyone has it, or how far it has come. */
function Standing({ version }: { version: Version }) {
  const [first, ...others] = standingLines(version, locale)
  return (
    <td className={inForceSince(version) === null ? undefined : layout.noWrap}>
      {first}
      {others.map((line) => (
        <span key={line} className={shared.under}>
          {line}
        </span>
      ))}
    </td>
  )
}

/** The way back to an earlier wording, unless it is the one that is in force. */
function RowAction({ document, version }: { document: WholeDocument; version: Version }) {
  const { current } = document
  if (version.id === current?.id) return inForceSince(version) === null ? 'Not for everyone' : 'In force'
  const isAsNow = version.text === current?.text && String(version.sectionIds) === String(current.sectionIds)
  if (isAsNow) return 'Same as now'
  return (
    <Link
      href={`${documentPath(document)}/back/${version.number}`}
      aria-label={`Go back to this wording, version ${version.number}`}
    >
      Go back to this wording
    </Link>
  )
}

function CompareVersions({ versions }: { versions: readonly Version[] }) {
  const [from, setFrom] = useState(versions[1]?.number)
  const [to, setTo] = useState(versions[0]?.number)
  const choices = versions.map(({ number, liveOn }) => ({
    value: String(number),
    label: `Version ${number}, ${formatDay(liveOn, locale)}`,
  }))
  const textOf = (number: number | undefined) =>
    versions.find((version) => version.number === number)?.text ?? ''
  return (
    <Section title="Compare two versions">
      <Card className={styles.paper}>
        <div className={classNames(layout.pair, styles.selects)}>
          <NativeSelect
            label="From"
            value={String(from)}
            data={choices}
            onChange={(event) => setFrom(Number(event.currentTarget.value))}
          />
          <NativeSelect
            label="To"
            value={String(to)}
            data={choices}
            onChange={(event) => setTo(Number(event.currentTarget.value))}
          />
        </div>
        <Comparison
          key={`${from} ${to}`}
          from={textOf(from)}
          to={textOf(to)}
          fromName={`Version ${from}`}
          toName={`Version ${to}`}
          same="Both say the same, word for word."
        />
      </Card>
    </Section>
  )
}
