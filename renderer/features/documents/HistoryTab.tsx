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
import { words } from './words.ts'

/** Every wording there was, newest first, and any two of them side by side. */
export function HistoryTab({ document }: { document: WholeDocument }) {
  if (document.versions.length === 0) {
    return <EmptyState title={words.noVersionYet}>{words.publishTheDraftAndIt}</EmptyState>
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
  { heading: words.version, width: '136px' },
  { heading: words.inForceSince, width: '160px' },
  { heading: words.why },
  { heading: words.approvedBy, width: '144px' },
  { heading: words.change2, width: '88px' },
  { heading: words.goBack, width: '136px', isUnseen: true },
]

function VersionTable({ document }: { document: WholeDocument }) {
  return (
    <Table
      label={words.versions}
      columns={columns}
      end={words.newestFirst(count(document.versions.length, 'version', locale))}
    >
      <tbody>
        {document.versions.map((version) => (
          <tr key={version.id}>
            <th scope="row" className={layout.noWrap}>
              {words.version2(version.number)}
              {version.restoredFrom !== null && (
                <span className={shared.under}>{words.backToVersion(version.restoredFrom)}</span>
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
  if (version.id === current?.id) return inForceSince(version) === null ? words.notForEveryone : words.inForce
  const isAsNow = version.text === current?.text && String(version.sectionIds) === String(current.sectionIds)
  if (isAsNow) return words.sameAsNow
  return (
    <Link
      href={`${documentPath(document)}/back/${version.number}`}
      aria-label={words.goBackToThisWording(version.number)}
    >
      {words.goBackToThisWording2}
    </Link>
  )
}

function CompareVersions({ versions }: { versions: readonly Version[] }) {
  const [from, setFrom] = useState(versions[1]?.number)
  const [to, setTo] = useState(versions[0]?.number)
  const choices = versions.map(({ number, liveOn }) => ({
    value: String(number),
    label: words.version3(number, formatDay(liveOn, locale)),
  }))
  const textOf = (number: number | undefined) =>
    versions.find((version) => version.number === number)?.text ?? ''
  return (
    <Section title={words.compareTwoVersions}>
      <Card className={styles.paper}>
        <div className={classNames(layout.pair, styles.selects)}>
          <NativeSelect
            label={words.from}
            value={String(from)}
            data={choices}
            onChange={(event) => setFrom(Number(event.currentTarget.value))}
          />
          <NativeSelect
            label={words.to}
            value={String(to)}
            data={choices}
            onChange={(event) => setTo(Number(event.currentTarget.value))}
          />
        </div>
        <Comparison
          key={`${from} ${to}`}
          from={textOf(from)}
          to={textOf(to)}
          fromName={words.version2(from ?? '')}
          toName={words.version2(to ?? '')}
          same={words.bothSayTheSameWord}
        />
      </Card>
    </Section>
  )
}
