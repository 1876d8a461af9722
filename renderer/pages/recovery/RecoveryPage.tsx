import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Copy, Recovery } from '../../../shared/contract/safety.ts'
import { client, orpc } from '../../api/client.ts'
import { CopyCard } from '../../features/safety/CopyCard.tsx'
import { CopyTable } from '../../features/safety/CopyTable.tsx'
import { upToMoment } from '../../features/safety/moment-words.ts'
import { useBringBackup } from '../../features/safety/useBringBackup.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { FullPage } from '../../ui/layout/FullPage.tsx'
import { useLoadState } from '../../ui/layout/useLoadState.ts'
import { useWindowTitle } from '../../ui/lib/useWindowTitle.ts'
import { BrandMark } from '../../ui/marks/BrandMark.tsx'
import styles from './recovery.module.css'
import { headings, words } from './words.ts'

/** Shown instead of the app while the owner's company cannot be opened; `error` is what opening it said. */
export function RecoveryPage({ title, error }: { title: string; error: unknown }) {
  const recovery = useQuery(orpc.safety.recovery.queryOptions())
  if (recovery.data) return <Found recovery={recovery.data} />
  return <FullPage title={title}>{recovery.isFetching ? <span /> : <ErrorNote error={error} />}</FullPage>
}

const shownAtFirst = 3

function Found({ recovery }: { recovery: Recovery }) {
  const [chosenId, choose] = useState<string | null>(null)
  const [isAllShown, showAll] = useState(false)
  const { restore, retry, keepFile } = useWaysOn()
  const bring = useBringBackup((copy) => choose(copy.id))
  const all = [...(recovery.offer ? [recovery.offer] : []), ...recovery.others]
  const { title, isPassing, ...heading } = headings[recovery.kind]
  const lead = heading.lead ?? recovery.message
  const chosen = all.find(({ id }) => id === chosenId) ?? (isPassing ? null : recovery.offer)
  const copies = all.filter(({ kind }) => kind !== 'put_aside')
  // What was put aside is a way on where there is no other.
  const others = (copies.length > 0 ? copies : all).filter((copy) => copy !== chosen)
  const shown = isAllShown ? others : others.slice(0, shownAtFirst)
  const failure = restore.error ?? retry.error ?? keepFile.error
  return (
    <Frame
      {...(isPassing ? { title, lead } : headingOf(recovery, lead))}
      focusOn={`${chosen?.id} ${recovery.isLooking}`}
    >
      {chosen && (
        <CopyCard
          copy={chosen}
          isNewest={chosen === recovery.offer}
          hasSecondCopy={recovery.hasSecondCopy}
          isGoing={restore.isPending}
          onGo={() => restore.mutate(chosen)}
        />
      )}
      {isPassing && (
        <div>
          <Button loading={retry.isPending} onClick={() => retry.mutate()} data-autofocus>
            {words.tryAgain}
          </Button>
        </div>
      )}
      {failure !== null && <ErrorNote error={failure} />}
      {bring.note}
      <Assurance isPassing={isPassing} />
      {shown.length > 0 && (
        <CopyTable heading={words.otherBackups} copies={shown} onChoose={({ id }) => choose(id)} />
      )}
      <div className={styles.quiet}>
        {others.length > shown.length && (
          <Quiet onClick={() => showAll(true)}>{words.allBackups(others.length)}</Quiet>
        )}
        <Quiet onClick={() => void client.safety.openFolder()}>{words.openTheFolder}</Quiet>
        {!isPassing && <Quiet onClick={() => retry.mutate()}>{words.tryAgain}</Quiet>}
        {bring.button}
        {recovery.canKeepFile && <Quiet onClick={() => keepFile.mutate()}>{words.useThisFile}</Quiet>}
        <CopyDetails recovery={recovery} />
      </div>
    </Frame>
  )
}

function headingOf({ offer, others, isLooking }: Recovery, lead: string) {
  if (isLooking) return { title: words.looking, lead: words.lookingLead }
  if (offer) return { title: words.safeUpTo(upToMoment(offer.at)), lead }
  const names = [...new Set(others.flatMap(({ contents }) => contents?.company ?? []))].join(', ')
  if (others.length === 0) return { title: words.noCopy, lead: `${lead} ${words.noCopyLead}` }
  if (others.every(({ isOther }) => isOther))
    return { title: words.onlyOfOthers, lead: `${lead} ${words.onlyOfOthersLead(names)}` }
  return { title: words.whichOne, lead: names === '' ? lead : `${lead} ${words.whichOneLead(names)}` }
}

type FrameProps = { title: string; lead: string; focusOn: string; children: ReactNode }

/** The keyboard starts on the way on, so that Enter takes it. */
function Frame({ title, lead, focusOn, children }: FrameProps) {
  const column = useRef<HTMLDivElement>(null)
  useWindowTitle(title)
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another way on is shown
  useEffect(() => {
    const first = column.current?.querySelector('[data-autofocus]')
    if (first instanceof HTMLElement) first.focus()
  }, [focusOn])
  return (
    <main className={styles.page} data-app-state={useLoadState()}>
      <div ref={column} className={styles.column}>
        <div className={styles.brand}>
          <BrandMark />
          {words.evenkeel}
        </div>
        <header>
          <h1>{title}</h1>
          <p className={styles.lead}>{lead}</p>
        </header>
        {children}
      </div>
    </main>
  )
}

function Assurance({ isPassing }: { isPassing: boolean }) {
  if (isPassing) return <p className={styles.promise}>{words.nothingChanged}</p>
  return (
    <p className={styles.promise}>
      <b>{words.stayUntouched}</b> {words.ownFolder} {words.nothingUntilYouChoose}
    </p>
  )
}

function Quiet({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="subtle" onClick={onClick}>
      {children}
    </Button>
  )
}

function CopyDetails({ recovery: { kind, message, dataFolder } }: { recovery: Recovery }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(words.details(kind, message, dataFolder))
    setCopied(true)
  }
  return <Quiet onClick={() => void copy()}>{isCopied ? words.copied : words.copyForIt}</Quiet>
}

/** Each opens the company again; what is known of it is asked anew. */
function useWaysOn() {
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const onSuccess = async () => {
    navigate('/')
    await queryClient.resetQueries()
  }
  return {
    restore: useMutation({ mutationFn: ({ id }: Copy) => client.safety.restore({ id }), onSuccess }),
    retry: useMutation({ mutationFn: () => client.safety.retry(), onSuccess }),
    keepFile: useMutation({ mutationFn: () => client.safety.keepFile(), onSuccess }),
  }
}
