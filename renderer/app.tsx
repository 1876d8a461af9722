import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { Route, Router, Switch, useLocation } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import type { CompanyState } from '../shared/contract/company.ts'
import { orpc } from './api/client.ts'
import { useConnection } from './api/connection.ts'
import { Shell } from './shell/Shell.tsx'
import { useGlobalKeys } from './shell/useGlobalKeys.ts'
import { useMenu } from './shell/useMenu.ts'
import { ErrorBoundary } from './ui/ErrorBoundary.tsx'
import { ErrorNote } from './ui/ErrorNote.tsx'
import { FullPage } from './ui/FullPage.tsx'
import { KeyHelp } from './ui/KeyHelp.tsx'
import { Loading } from './ui/Loading.tsx'
import { NotFound } from './ui/NotFound.tsx'
import { Offline } from './ui/Offline.tsx'
import { SignedOut } from './ui/SignedOut.tsx'

const HomePage = lazy(() => import('./features/home/HomePage.tsx').then((m) => ({ default: m.HomePage })))
const WelcomePage = lazy(() =>
  import('./features/company/WelcomePage.tsx').then((m) => ({ default: m.WelcomePage })),
)
const SetUpPage = lazy(() =>
  import('./features/company/SetUpPage.tsx').then((m) => ({ default: m.SetUpPage })),
)
const ReviewsPage = lazy(() =>
  import('./features/reviews/ReviewsPage.tsx').then((m) => ({ default: m.ReviewsPage })),
)
const SessionPage = lazy(() =>
  import('./features/reviews/SessionPage.tsx').then((m) => ({ default: m.SessionPage })),
)
const CollectPage = lazy(() =>
  import('./features/imports/CollectPage.tsx').then((m) => ({ default: m.CollectPage })),
)
const ReviewPage = lazy(() =>
  import('./features/reviews/ReviewPage.tsx').then((m) => ({ default: m.ReviewPage })),
)
const CheckPage = lazy(() =>
  import('./features/reviews/CheckPage.tsx').then((m) => ({ default: m.CheckPage })),
)
const DonePage = lazy(() => import('./features/reviews/DonePage.tsx').then((m) => ({ default: m.DonePage })))
const WorkflowsPage = lazy(() =>
  import('./features/workflows/WorkflowsPage.tsx').then((m) => ({ default: m.WorkflowsPage })),
)
const NewWorkflowPage = lazy(() =>
  import('./features/workflows/NewWorkflowPage.tsx').then((m) => ({ default: m.NewWorkflowPage })),
)
const WorkflowPage = lazy(() =>
  import('./features/workflows/WorkflowPage.tsx').then((m) => ({ default: m.WorkflowPage })),
)
const OutputPage = lazy(() =>
  import('./features/results/OutputPage.tsx').then((m) => ({ default: m.OutputPage })),
)
const FoundationPage = lazy(() =>
  import('./features/foundation/FoundationPage.tsx').then((m) => ({ default: m.FoundationPage })),
)
const ChangesPage = lazy(() =>
  import('./features/changes/ChangesPage.tsx').then((m) => ({ default: m.ChangesPage })),
)
const NewChangePage = lazy(() =>
  import('./features/changes/NewChangePage.tsx').then((m) => ({ default: m.NewChangePage })),
)
const ReportsPage = lazy(() =>
  import('./features/reports/ReportsPage.tsx').then((m) => ({ default: m.ReportsPage })),
)
const SettingsPage = lazy(() =>
  import('./features/settings/SettingsPage.tsx').then((m) => ({ default: m.SettingsPage })),
)

/** The whole renderer, once there is a session with the core. */
export function App() {
  return (
    <ErrorBoundary>
      <Router hook={useHashLocation}>
        <Opening />
      </Router>
      <Offline />
    </ErrorBoundary>
  )
}

/** What is open decides what is shown: the app, the first run, or why neither can be. */
function Opening() {
  const state = useQuery(orpc.company.get.queryOptions())
  const connection = useConnection()
  useTheme(state.data?.preferences.theme)
  if (connection === 'signed-out') return <SignedOut message="This page’s link is no longer known." />
  if (state.isPending) return <Loading />
  if (state.data === undefined) {
    return (
      <FullPage title="Evenkeel could not open your company">
        <ErrorNote error={state.error} />
      </FullPage>
    )
  }
  return <Open state={state.data} />
}

function Open({ state }: { state: CompanyState }) {
  const [path, navigate] = useLocation()
  const [hasKeyHelp, setKeyHelp] = useState(false)
  const showKeys = useCallback(() => setKeyHelp(true), [])
  const { singleKeys } = state.preferences
  useGlobalKeys({ singleKeys, navigate, showKeys })
  useMenu({ navigate, showKeys })
  return (
    <Suspense fallback={<Loading />}>
      <Screen state={state} path={path} />
      {hasKeyHelp && <KeyHelp onClose={() => setKeyHelp(false)} />}
    </Suspense>
  )
}

function Screen({ state, path }: { state: CompanyState; path: string }) {
  if (path.startsWith('/set-up') && !state.isSample) return <SetUpPage state={state} />
  if (state.company === null) return <WelcomePage />
  return (
    <Shell state={state} isFullWindow={/^\/review\/\d+$/.test(path)}>
      <Suspense fallback={<Loading />}>
        <Pages />
      </Suspense>
    </Shell>
  )
}

function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/reviews" component={ReviewsPage} />
      <Route path="/reviews/:month" component={SessionPage} />
      <Route path="/reviews/:month/collect/:workflowId" component={CollectPage} />
      <Route path="/review/:reviewId" component={ReviewPage} />
      <Route path="/review/:reviewId/check" component={CheckPage} />
      <Route path="/review/:reviewId/done" component={DonePage} />
      <Route path="/workflows" component={WorkflowsPage} />
      <Route path="/workflows/new" component={NewWorkflowPage} />
      <Route path="/workflows/:id/:tab?" component={WorkflowPage} />
      <Route path="/outputs/:itemId" component={OutputPage} />
      <Route path="/foundation" component={FoundationPage} />
      <Route path="/changes" component={ChangesPage} />
      <Route path="/changes/new" component={NewChangePage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route component={NotFound} />
    </Switch>
  )
}

function useTheme(theme: CompanyState['preferences']['theme'] | undefined): void {
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  useEffect(() => {
    if (theme) setColorScheme(theme === 'system' ? 'auto' : theme)
  }, [theme, setColorScheme])
}
