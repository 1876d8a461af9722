import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { SentRequest } from '../../../shared/contract/provider.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { formatDollars } from '../../../shared/domain/model-tests/token-cost.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Pager } from '../../ui/tables/Pager.tsx'
import { Table } from '../../ui/tables/Table.tsx'
import styles from './provider.module.css'
import { eitherOf, formatSentAt, outcomeWords, purposeWords, totalsWords, words } from './words.ts'

/** As many as the core gives at a time. */
const pageSize = 50

/** How much ever left this computer, in a sentence, with the way to every request. */
export function SentSummary() {
  const sent = useQuery(orpc.provider.sent.queryOptions({ input: { offset: 0 } }))
  const providers = useQuery(orpc.provider.list.queryOptions())
  if (sent.isPending) return <Loading />
  if (sent.isError) return <ErrorNote error={sent.error} />
  if (sent.data.total === 0) {
    return (
      <p>
        {words.nothingEvenkeelSendsOnlyWhat}
        {providers.data && words.itGoesToAndNowhere(eitherOf(providers.data.map(({ host }) => host)))}
      </p>
    )
  }
  return (
    <div className={styles.summary}>
      <p>{totalsWords(sent.data, locale)}</p>
      <Link href="/settings/sent">{words.seeEveryRequest}</Link>
    </div>
  )
}

/** Every request that left this computer, newest first. */
export function SentRequests() {
  const [offset, setOffset] = useState(0)
  const sent = useQuery({
    ...orpc.provider.sent.queryOptions({ input: { offset } }),
    placeholderData: keepPreviousData,
  })
  if (sent.isPending) return <Loading />
  if (sent.isError) return <ErrorNote error={sent.error} />
  const { rows, total } = sent.data
  return (
    <div className={styles.sent}>
      <p>
        <Link href="/settings">{words.backToGeneral}</Link>
      </p>
      {total === 0 ? (
        <EmptyState title={words.nothingLeftThisComputer}>{words.eachRequestOfAModel}</EmptyState>
      ) : (
        <>
          <h2 className={layout.smallHeading}>{words.whatLeftThisComputer}</h2>
          <p className={layout.quiet}>{words.thisListKeepsHowMuch(totalsWords(sent.data, locale))}</p>
          <Card>
            <Rows requests={rows} />
            <Pager
              offset={offset}
              limit={pageSize}
              total={total}
              noun={['request', 'requests']}
              order={words.newestFirst}
              onMove={setOffset}
            />
          </Card>
        </>
      )}
    </div>
  )
}

const columns = [
  { heading: words.sent, width: '176px' },
  { heading: words.whatFor },
  { heading: words.where, width: '200px' },
  { heading: words.characters, width: '104px', isNumber: true },
  { heading: words.cost, width: '96px', isNumber: true },
  { heading: words.whatCameOfIt, width: '220px' },
]

function Rows({ requests }: { requests: readonly SentRequest[] }) {
  return (
    <Table label={words.requests} columns={columns}>
      <tbody>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </tbody>
    </Table>
  )
}

function RequestRow({ request }: { request: SentRequest }) {
  const { sentAt, purpose, host, model, characters, cost, outcome, message } = request
  return (
    <tr>
      <td className={layout.noWrap}>{formatSentAt(sentAt, locale)}</td>
      <td>{purposeWords[purpose]}</td>
      <td>
        {host}
        {model && <small className={styles.under}>{model}</small>}
      </td>
      <td data-number>{formatNumber(characters, 0, locale)}</td>
      <td data-number>{cost === null ? words.notKnown : formatDollars(cost, locale)}</td>
      <td className={styles.outcome} data-outcome={outcome}>
        {outcomeWords[outcome]}
        {message && <small className={styles.under}>{message}</small>}
      </td>
    </tr>
  )
}
