import type { ComponentType } from 'react'
import { Route, Switch } from 'wouter'
import { Loading } from '../ui/feedback/Loading.tsx'
import { NotFound } from '../ui/feedback/NotFound.tsx'
import { ahead } from '../ui/lib/ahead.tsx'

const page = (load: () => Promise<ComponentType>) => ahead(load, Loading)

const HomePage = page(() => import('./home/HomePage.tsx').then((m) => m.HomePage))
const ReviewsPage = page(() => import('./reviews/ReviewsPage.tsx').then((m) => m.ReviewsPage))
const SessionPage = page(() => import('./reviews/SessionPage.tsx').then((m) => m.SessionPage))
const CollectPage = page(() => import('./reviews/CollectPage.tsx').then((m) => m.CollectPage))
const ReviewPage = page(() => import('./reviews/ReviewPage.tsx').then((m) => m.ReviewPage))
const CheckPage = page(() => import('./reviews/CheckPage.tsx').then((m) => m.CheckPage))
const DonePage = page(() => import('./reviews/DonePage.tsx').then((m) => m.DonePage))
const WorkflowsPage = page(() => import('./workflows/WorkflowsPage.tsx').then((m) => m.WorkflowsPage))
const NewWorkflowPage = page(() => import('./workflows/NewWorkflowPage.tsx').then((m) => m.NewWorkflowPage))
const WorkflowPage = page(() => import('./workflows/WorkflowPage.tsx').then((m) => m.WorkflowPage))
const OutputPage = page(() => import('./workflows/OutputPage.tsx').then((m) => m.OutputPage))
const FoundationPage = page(() => import('./foundation/FoundationPage.tsx').then((m) => m.FoundationPage))
const ImportSectionsPage = page(() =>
  import('./foundation/ImportSectionsPage.tsx').then((m) => m.ImportSectionsPage),
)
const DocumentPage = page(() => import('./foundation/DocumentPage.tsx').then((m) => m.DocumentPage))
const ChangesPage = page(() => import('./changes/ChangesPage.tsx').then((m) => m.ChangesPage))
const ChangePage = page(() => import('./changes/ChangePage.tsx').then((m) => m.ChangePage))
const HelpedPage = page(() => import('./changes/HelpedPage.tsx').then((m) => m.HelpedPage))
const ImportLogPage = page(() => import('./changes/ImportLogPage.tsx').then((m) => m.ImportLogPage))
const NewChangePage = page(() => import('./changes/NewChangePage.tsx').then((m) => m.NewChangePage))
const SignalsPage = page(() => import('./changes/SignalsPage.tsx').then((m) => m.SignalsPage))
const RetiredFactsPage = page(() =>
  import('./foundation/RetiredFactsPage.tsx').then((m) => m.RetiredFactsPage),
)
const RetiredFactPage = page(() => import('./foundation/RetiredFactPage.tsx').then((m) => m.RetiredFactPage))
const FoundationReviewPage = page(() =>
  import('./foundation-review/FoundationReviewPage.tsx').then((m) => m.FoundationReviewPage),
)
const FoundationSessionPage = page(() =>
  import('./foundation-review/FoundationSessionPage.tsx').then((m) => m.FoundationSessionPage),
)
const FoundationCheckPage = page(() =>
  import('./foundation-review/FoundationCheckPage.tsx').then((m) => m.FoundationCheckPage),
)
const FoundationDonePage = page(() =>
  import('./foundation-review/FoundationDonePage.tsx').then((m) => m.FoundationDonePage),
)
const PreReadPage = page(() => import('./foundation-review/PreReadPage.tsx').then((m) => m.PreReadPage))
const OwnerPagesPage = page(() =>
  import('./foundation-review/OwnerPagesPage.tsx').then((m) => m.OwnerPagesPage),
)
const RecordPage = page(() => import('./foundation-review/RecordPage.tsx').then((m) => m.RecordPage))
const NewModelTestPage = page(() =>
  import('./model-test/NewModelTestPage.tsx').then((m) => m.NewModelTestPage),
)
const ModelTestPage = page(() => import('./model-test/ModelTestPage.tsx').then((m) => m.ModelTestPage))
const SetUpTestPage = page(() => import('./model-test/SetUpTestPage.tsx').then((m) => m.SetUpTestPage))
const OutputsPage = page(() => import('./model-test/OutputsPage.tsx').then((m) => m.OutputsPage))
const ComparePage = page(() => import('./model-test/ComparePage.tsx').then((m) => m.ComparePage))
const ResultPage = page(() => import('./model-test/ResultPage.tsx').then((m) => m.ResultPage))
const TestRecordPage = page(() => import('./model-test/TestRecordPage.tsx').then((m) => m.TestRecordPage))
const ReportsPage = page(() => import('./reports/ReportsPage.tsx').then((m) => m.ReportsPage))
const KeptReportPage = page(() => import('./reports/KeptReportPage.tsx').then((m) => m.KeptReportPage))
const SettingsPage = page(() => import('./settings/SettingsPage.tsx').then((m) => m.SettingsPage))

/** The pages by their address. */
export function Pages() {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/reviews" component={ReviewsPage} />
      <Route path="/reviews/foundation" component={ReviewsPage} />
      <Route path="/reviews/model-tests" component={ReviewsPage} />
      <Route path="/reviews/:month" component={SessionPage} />
      <Route path="/reviews/:month/collect/:workflowId" component={CollectPage} />
      <Route path="/review/:reviewId" component={ReviewPage} />
      <Route path="/review/:reviewId/check" component={CheckPage} />
      <Route path="/review/:reviewId/done" component={DonePage} />
      <Route path="/foundation-review/new" component={FoundationReviewPage} />
      <Route path="/foundation-review/:id" component={FoundationReviewPage} />
      <Route path="/foundation-review/:id/session" component={FoundationSessionPage} />
      <Route path="/foundation-review/:id/check" component={FoundationCheckPage} />
      <Route path="/foundation-review/:id/done" component={FoundationDonePage} />
      <Route path="/foundation-review/:id/pre-read" component={PreReadPage} />
      <Route path="/foundation-review/:id/owners" component={OwnerPagesPage} />
      <Route path="/foundation-review/:id/record" component={RecordPage} />
      <Route path="/model-test/new" component={NewModelTestPage} />
      <Route path="/model-test/:id" component={ModelTestPage} />
      <Route path="/model-test/:id/set-up" component={SetUpTestPage} />
      <Route path="/model-test/:id/outputs" component={OutputsPage} />
      <Route path="/model-test/:id/compare" component={ComparePage} />
      <Route path="/model-test/:id/result" component={ResultPage} />
      <Route path="/model-test/:id/record" component={TestRecordPage} />
      <Route path="/workflows" component={WorkflowsPage} />
      <Route path="/workflows/new/:step?" component={NewWorkflowPage} />
      <Route path="/workflows/:workflowId/prompt/:id/:view?/:number?" component={DocumentPage} />
      <Route path="/workflows/:id/:tab?/:part?" component={WorkflowPage} />
      <Route path="/outputs/:itemId" component={OutputPage} />
      <Route path="/foundation" component={FoundationPage} />
      <Route path="/foundation/import" component={ImportSectionsPage} />
      <Route path="/foundation/retired" component={RetiredFactsPage} />
      <Route path="/foundation/retired/:id" component={RetiredFactPage} />
      <Route path="/foundation/:id/:view?/:number?" component={DocumentPage} />
      <Route path="/changes" component={ChangesPage} />
      <Route path="/changes/new" component={NewChangePage} />
      <Route path="/changes/import" component={ImportLogPage} />
      <Route path="/changes/helped" component={HelpedPage} />
      <Route path="/changes/signals" component={SignalsPage} />
      <Route path="/changes/:number" component={ChangePage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/reports/:id" component={KeptReportPage} />
      <Route path="/settings/:tab?" component={SettingsPage} />
      <Route component={NotFound} />
    </Switch>
  )
}
