// First of all: every schema that is made looks for eval until it is told not to.
import './no-eval.ts'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/wght.css'
import './styles/components.ts'
import './styles/tokens.css'
import './styles/mantine.css'
import './styles/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { followEvents } from './api/events.ts'
import { createQueryClient } from './api/queries.ts'
import { followFreshLinks, openSession } from './api/session.ts'
import { App } from './app.tsx'
import { theme } from './styles/theme.ts'
import { SignedOut } from './ui/feedback/SignedOut.tsx'
import { loadAhead } from './ui/lib/ahead.tsx'

const container = document.getElementById('root')
if (!container) throw new Error('The page has no #root')

const refusal = await openSession()
followFreshLinks(refusal === null)
const queryClient = createQueryClient()
if (refusal === null) followEvents(queryClient)

createRoot(container).render(
  // Variables and classes come from style sheets, so that the page needs no inline <style>.
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
    <QueryClientProvider client={queryClient}>
      {refusal === null ? <App /> : <SignedOut message={refusal.message} />}
    </QueryClientProvider>
  </MantineProvider>,
)

// The page in view comes first: the others would take its turn with the core.
if (refusal === null) setTimeout(() => requestIdleCallback(() => void loadAhead()), 2000)
