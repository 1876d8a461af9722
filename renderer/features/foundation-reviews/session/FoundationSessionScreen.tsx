import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { FoundationReview } from '../../../../shared/contract/foundation-reviews.ts'
import { useUndoName } from '../../../api/useUndoName.ts'
import { SessionBanner } from '../../../session/SessionBanner.tsx'
import frame from '../../../session/session.module.css'
import { KeyHelp } from '../../../ui/keys/KeyHelp.tsx'
import { useShortcuts } from '../../../ui/keys/use-shortcuts.ts'
import { useWindowTitle } from '../../../ui/lib/useWindowTitle.ts'
import { reviewQuery } from '../queries.ts'
import { reviewPath } from '../words.ts'
import styles from './foundation.module.css'
import { QuestionDock } from './QuestionDock.tsx'
import { QuickConfirm } from './QuickConfirm.tsx'
import { SectionEvidence } from './SectionEvidence.tsx'
import { SectionWording } from './SectionWording.tsx'
import { SessionActions } from './SessionActions.tsx'
import { SessionTopBar } from './SessionTopBar.tsx'
import { foundationKeys } from './shortcuts.ts'
import { stepWords } from './steps.ts'
import { useFoundationSession } from './use-foundation-session.ts'
import { useLargerType } from './use-larger-type.ts'
import { words } from './words.ts'

type Props = { readonly stored: FoundationReview; readonly singleKeys: boolean; readonly today: string }

const shortcuts = Object.values(foundationKeys)

/** One section on the wall at a time: its wording, what speaks against it, and the question. */
export function FoundationSessionScreen({ stored, singleKeys, today }: Props) {
  // Read anew on every drawing: a key that waited works on what the core said last, not on what the page drew before.
  const { data: review = stored } = useQuery(reviewQuery(stored.id))
  const [, navigate] = useLocation()
  const [only] = useState(() => arrivalOf(history.state))
  const path = reviewPath(review.id)
  const session = useFoundationSession({
    review,
    only: review.cards.some(({ sectionId }) => sectionId === only) ? only : null,
    today,
    toCheck: () => navigate(`${path}/check`),
  })
  const [isLarge, setLarge] = useLargerType()
  const [hasKeys, setHasKeys] = useState(false)
  const page = useRef<HTMLElement>(null)
  const { card, landing, steps, step } = session
  const focusPage = () => page.current?.focus({ preventScroll: true })
  useWindowTitle(words.foundationReview(stepWords(steps, step)))
  const showKeys = () => setHasKeys(true)
  useUndoName(review.undoLabel)
  useShortcuts(
    shortcuts,
    { session, focusPage, showKeys },
    {
      ...{ layer: 'session', singleKeys, isBusy: session.isBusy, undo: foundationKeys.undo },
    },
  )

  // Before the next key can be pressed: an Esc that came before the field had the keyboard would do nothing,
  // and the undo after it would mean the text.
  useLayoutEffect(() => {
    if (landing.on === 'page') return page.current?.focus({ preventScroll: true })
    const wanted = landing.on === 'field' ? '[data-dock] textarea' : '[data-dock] [aria-invalid="true"]'
    page.current?.parentElement?.querySelector<HTMLElement>(wanted)?.focus()
  }, [landing])

  return (
    <div className={frame.screen} data-edge="wide" data-app-state="loaded" data-large={isLarge || undefined}>
      <SessionTopBar
        session={session}
        isLarge={isLarge}
        onLarge={setLarge}
        onTaskList={() => void session.leave(() => navigate(path))}
      />
      <SessionBanner
        saving={session.saving}
        failure={session.failure}
        retry={session.retry}
        dismissFailure={session.dismissFailure}
        nameOf={(id) => session.cards.find(({ sectionId }) => sectionId === id)?.name ?? ''}
        onRefused={{ dismiss: session.dismissRefused, choose: session.chooseWording, noun: 'answer' }}
      />
      <main ref={page} tabIndex={-1} className={card ? styles.body : styles.quickBody}>
        {card ? (
          <>
            <SectionWording key={`wording ${card.sectionId}`} card={card} />
            <SectionEvidence
              key={`evidence ${card.sectionId}`}
              card={card}
              since={review.since}
              actions={review.actions.filter(({ sectionId }) => sectionId === card.sectionId)}
            />
          </>
        ) : (
          <QuickConfirm session={session} />
        )}
      </main>
      {card && <QuestionDock key={card.sectionId} session={session} card={card} singleKeys={singleKeys} />}
      <SessionActions session={session} singleKeys={singleKeys} showKeys={showKeys} />
      <p className={frame.unseen} role="status">
        {session.announcement}
      </p>
      {hasKeys && (
        <KeyHelp
          groups={[{ title: words.inAFoundationReview, shortcuts }]}
          onClose={() => setHasKeys(false)}
        />
      )}
    </div>
  )
}

/** The section that a Change link of Check your answers left in the history entry it opened. */
function arrivalOf(state: unknown): number | null {
  if (typeof state !== 'object' || state === null) return null
  const { sectionId } = state as Record<string, unknown>
  return typeof sectionId === 'number' ? sectionId : null
}
