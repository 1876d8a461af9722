import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { FullPage } from '../layout/FullPage.tsx'

type Props = { children: ReactNode }

/** Shows plain words and a way on where a page could not be drawn. React offers this to classes only. */
export class ErrorBoundary extends Component<Props, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <FullPage title="This page stopped working">
        <p>Everything you saved is kept. Load the page again to go on where you were, or go to Home.</p>
        <div>
          <Button onClick={() => location.reload()}>Load again</Button>
          <Button variant="subtle" onClick={goHome}>
            Go to Home
          </Button>
        </div>
      </FullPage>
    )
  }
}

function goHome(): void {
  location.hash = '/'
  location.reload()
}
