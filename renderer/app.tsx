import { useMantineColorScheme } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Router, useLocation } from 'wouter'
import type { CompanyState } from '../shared/contract/company.ts'
import { orpc } from './api/client.ts'
import { useConnection } from './api/connection.ts'
import { keysOfSessions } from './pages/keys-of-sessions.ts'
import { Pages } from './pages/pages.tsx'
import { FindBar } from './shell/find/FindBar.tsx'
import { globalKeys } from './shell/global-keys.ts'
import { Shell } from './shell/Shell.tsx'
import { useMenu } from './shell/useMenu.ts'
import { ErrorBoundary } from './ui/feedback/ErrorBoundary.tsx'
import { Loading } from './ui/feedback/Loading.tsx'
import { Offline } from './ui/feedback/Offline.tsx'
import { SignedOut } from './ui/feedback/SignedOut.tsx'
import { KeyHelp } from './ui/keys/KeyHelp.tsx'
import { useShortcuts } from './ui/keys/use-shortcuts.ts'
import { useHashLocation } from './ui/lib/hash-location.ts'
import { isFullWindowPath } from './ui/lib/review-path.ts'
import { LeaveQuestion } from './ui/saving/LeaveQuestion.tsx'
import { words } from './words.ts'

const WelcomePage = lazy(() =>
  import('./pages/first-run/WelcomePage.tsx').then((m) => ({ default: m.WelcomePage })),
)
const SetUpPage = lazy(() =>
  import('./pages/first-run/SetUpPage.tsx').then((m) => ({ default: m.SetUpPage })),
)

const RecoveryPage = lazy(() =>
  import('./pages/recovery/RecoveryPage.tsx').then((m) => ({ default: m.RecoveryPage })),
)

/** The whole renderer, once there is a session with the core. */
export function App() {
  return (
    <>
      <ErrorBoundary>
        <Router hook={useHashLocation}>
          <Opening />
        </Router>
      </ErrorBoundary>
      <Offline />
    </>
  )
}

/** What is open decides what is shown: the app, the first run, or why neither can be. */
function Opening() {
  const state = useQuery(orpc.company.get.queryOptions())
  const connection = useConnection()
  useTheme(state.data?.preferences.theme)
  // Asked again after a refusal, what stands there stays: the owner may be in the middle of it.
  if (state.isPending && state.errorUpdateCount === 0) return <Loading />
  if (state.data === undefined && connection === 'signed-out') {
    return <SignedOut message={words.evenkeelNoLongerKnowsThis} />
  }
  // What stands there was of a company that is no longer open: going back to a file that does not open ends here.
  if (state.data === undefined || isNoneOpen(state.error)) {
    return (
      <Suspense fallback={<Loading />}>
        <RecoveryPage title={words.evenkeelCouldNotOpenYour} error={state.error} />
      </Suspense>
    )
  }
  return <Open state={state.data} />
}

/** The core answers, and says that no company is open. */
const isNoneOpen = (error: unknown) => error instanceof ORPCError && error.code === 'UNAVAILABLE'

function Open({ state }: { state: CompanyState }) {
  const [path, navigate] = useLocation()
  const [hasKeyHelp, setKeyHelp] = useState(false)
  const showKeys = useCallback(() => setKeyHelp(true), [])
  const { singleKeys } = state.preferences
  const perform = useMenu({ navigate, showKeys })
  useShortcuts(globalKeys, { perform }, { layer: 'global', singleKeys })
  return (
    <Suspense fallback={<Loading />}>
      <Screen state={state} path={path} />
      <LeaveQuestion />
      <FindBar />
      {hasKeyHelp && (
        <KeyHelp
          groups={[{ title: words.everywhere, shortcuts: globalKeys }, ...keysOfSessions]}
          onClose={() => setKeyHelp(false)}
        />
      )}
    </Suspense>
  )
}

function Screen({ state, path }: { state: CompanyState; path: string }) {
  if (path.startsWith('/set-up') && !state.isSample) return <SetUpPage state={state} />
  if (state.company === null) return <WelcomePage />
  return (
    <Shell state={state} isFullWindow={isFullWindowPath(path)}>
      <Pages />
    </Shell>
  )
}

function useTheme(theme: CompanyState['preferences']['theme'] | undefined): void {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
}
