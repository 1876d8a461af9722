import { useQuery } from '@tanstack/react-query'
import { type MouseEvent, useCallback, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { JudgeState } from '../../../../shared/contract/model-tests/compare.ts'
import type { ModelTest } from '../../../../shared/contract/model-tests/test.ts'
import { SessionBanner } from '../../../session/SessionBanner.tsx'
import frame from '../../../session/session.module.css'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../../ui/feedback/Loading.tsx'
import { KeyHelp } from '../../../ui/keys/KeyHelp.tsx'
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts'
import { useWindowTitle } from '../../../ui/lib/useWindowTitle.ts'
import { judgingQuery } from '../queries.ts'
import { testPath } from '../test-words.ts'
import { AllJudged } from './AllJudged.tsx'
import { BellLine } from './BellLine.tsx'
import { CompareBar } from './CompareBar.tsx'
import styles from './compare.module.css'
import { PairView } from './PairView.tsx'
import { compareKeys, type OnCompare } from './shortcuts.ts'
import { useJudging } from './use-judging.ts'
import { VerdictBar } from './VerdictBar.tsx'
import { words as say } from './words.ts'

type Props = { readonly test: ModelTest; readonly stored: JudgeState; readonly singleKeys: boolean }

const shortcuts = Object.values(compareKeys)

/** Two outputs side by side, what is said of them below, and the keyboard between them. */
export function CompareScreen({ test, stored, singleKeys }: Props) {
  // Read anew on every drawing: a key that waited works on what the core said last, not on what the page drew before.
  const { data: state = stored } = useQuery(judgingQuery(test.id))
  const [, navigate] = useLocation()
  const judging = useJudging(test.id, state)
  const [hasKeys, setHasKeys] = useState(false)
  const [hasBell, setHasBell] = useState(true)
  /** The pair whose empty note was asked for. */
  const [noteAskedFor, askForNote] = useState<number | null>(null)
  const main = useRef<HTMLElement>(null)
  const { pair, pairId, said, index } = judging
  useWindowTitle(pairId === null ? say.modelTest : say.pairModelTest(index + 1))

  const focusPage = useCallback(() => main.current?.focus({ preventScroll: true }), [])
  const openNote = () => {
    askForNote(pairId)
    main.current?.querySelector<HTMLElement>('textarea')?.focus()
  }
  const leave = async (page: string) => {
    if (await judging.saver.settle()) navigate(page)
  }

  const keys = {
    judging,
    focusPage,
    openNote,
    showKeys: () => setHasKeys(true),
    turnPage: (by) => {
      for (const part of scrollingParts(main.current)) part.scrollBy({ top: by * (part.clientHeight - 52) })
    },
  } satisfies OnCompare
  useShortcuts(shortcuts, keys, {
    ...{ layer: 'session', singleKeys, isBusy: judging.isBusy, undo: compareKeys.undo },
    // What nobody can see yet is not judged.
    isLoading: pairId !== null && pair === undefined,
  })

  /** After a click on a button the keys go on where they were. */
  const giveKeysBack = (event: MouseEvent) => {
    const isButton = event.target instanceof Element && event.target.closest('button') !== null
    if (isButton && event.detail > 0 && document.activeElement instanceof HTMLButtonElement) focusPage()
  }

  const isLoaded = pairId === null || pair !== undefined
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only hands the focus on
    <div className={frame.screen} data-app-state={isLoaded ? 'loaded' : 'loading'} onClick={giveKeysBack}>
      <CompareBar test={test} judging={judging} onTaskList={() => void leave(testPath(test.id))} />
      <SessionBanner
        saving={judging.saving}
        failure={judging.failure}
        retry={judging.saver.retry}
        dismissFailure={judging.dismissFailure}
        nameOf={(id) => `Pair ${state.pairs.findIndex((each) => each.id === id) + 1}`}
        onRefused={{
          ...{ dismiss: judging.saver.dismissRefused, choose: judging.settleConflict, noun: 'verdict' },
        }}
      />
      <main ref={main} className={styles.body} tabIndex={-1} aria-label={say.pair}>
        {pairId === null && (
          <AllJudged
            judging={judging}
            onReveal={() => void leave(`${testPath(test.id)}/result`)}
            onBack={() => judging.go(-1)}
          />
        )}
        {pair && said && (
          <PairView
            key={pair.id}
            pair={pair}
            said={said}
            sides={judging.sides.of(pair)}
            hasNote={noteAskedFor === pair.id}
            onNote={judging.setNote}
            onNoteLeft={judging.saver.flush}
          />
        )}
        {!isLoaded && (judging.loadError ? <ErrorNote error={judging.loadError} /> : <Loading />)}
      </main>
      {hasBell && pairId !== null && state.bell !== null && (
        <BellLine
          words={state.bell}
          onStop={() => void leave(`${testPath(test.id)}/result`)}
          onGoOn={() => setHasBell(false)}
        />
      )}
      <VerdictBar
        judging={judging}
        singleKeys={singleKeys}
        openNote={openNote}
        showKeys={() => setHasKeys(true)}
      />
      <p className={frame.unseen} role="status">
        {judging.announcement}
      </p>
      {hasKeys && (
        <KeyHelp groups={[{ title: say.whileComparing, shortcuts }]} onClose={() => setHasKeys(false)} />
      )}
    </div>
  )
}

/** Both texts, or the window where it is too small for them to scroll by themselves. */
function scrollingParts(main: HTMLElement | null): Element[] {
  const texts = [...(main?.querySelectorAll('[data-side-text]') ?? [])]
  const scrolling = texts.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight)
  return scrolling.length > 0 ? scrolling : [document.documentElement]
}
