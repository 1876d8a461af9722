import { Button } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { chainWords, sealWords, shortCode } from '../../../shared/domain/activity/chain-words.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { client, orpc } from '../../api/client.ts'
import { SaveLongList } from '../../parts/exports/SaveLongList.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import shared from '../../ui/layout/shared.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Matches } from '../../ui/tables/Matches.tsx'
import { Pager } from '../../ui/tables/Pager.tsx'
import { ActivityFilters, type ChosenFilter, noFilter, toFilter } from './ActivityFilters.tsx'
import { ActivityTable } from './ActivityTable.tsx'
import styles from './activity.module.css'
import { words } from './words.ts'

const limit = 50

/** Who did what and when, what it was before and after, and whether the log is whole. */
export function ActivityLog() {
  const [chosen, choose] = useState(noFilter)
  const [offset, setOffset] = useState(0)
  const filter = toFilter({ ...chosen, search: useDeferredValue(chosen.search) })
  const entries = useQuery(
    orpc.activity.list.queryOptions({
      input: { ...filter, offset, limit },
      placeholderData: keepPreviousData,
    }),
  )
  const narrow = (part: Partial<ChosenFilter>) => {
    choose({ ...chosen, ...part })
    setOffset(0)
  }
  return (
    <div className={styles.sections}>
      <Section title={words.chain}>
        <Card>
          <Chain />
        </Card>
      </Section>
      <Section title={words.activity}>
        <div className={styles.sections}>
          <p className={layout.quiet}>{words.whatTheLogIs}</p>
          <ActivityFilters filter={chosen} onChange={narrow} />
          {entries.isPending && <Loading />}
          {entries.isError && <ErrorNote error={entries.error} />}
          {entries.data && (
            <Matches isEmpty={entries.data.total === 0} none={words.noEntryMatches}>
              <Card>
                <ActivityTable entries={entries.data.rows} />
                <Pager
                  offset={offset}
                  limit={limit}
                  total={entries.data.total}
                  all={entries.data.all}
                  noun={['entry', 'entries']}
                  order={words.newestFirst}
                  onMove={setOffset}
                />
              </Card>
            </Matches>
          )}
          <div className={shared.line}>
            <SaveLongList list={{ kind: 'activity', filter }} />
          </div>
        </div>
      </Section>
    </div>
  )
}

function Chain() {
  const check = useMutation({ mutationFn: () => client.activity.check() })
  const seals = useQuery(orpc.activity.seals.queryOptions()).data ?? []
  const [newest] = seals
  return (
    <div className={styles.chain}>
      <p className={layout.quiet}>{words.whatTheChainIs}</p>
      {newest && (
        <Note tone={seals.every(({ isInLog }) => isInLog) ? 'good' : 'act'}>
          <p>{sealWords(seals, locale)}</p>
          <p>{words.sealedWith(formatNumber(newest.seq, 0, locale), shortCode(newest.hash))}</p>
        </Note>
      )}
      {check.data && (
        <Note tone={check.data.brokenAt === null ? 'good' : 'act'} role="status">
          <p>{chainWords(check.data, locale)}</p>
          {check.data.brokenAt === null && (
            <p>{words.lastCode(formatNumber(check.data.count, 0, locale), shortCode(check.data.hash))}</p>
          )}
        </Note>
      )}
      {check.isError && <ErrorNote error={check.error} />}
      <div className={shared.line}>
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {words.checkTheChain}
        </Button>
      </div>
    </div>
  )
}
