import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { FullPage } from '../layout/FullPage.tsx'
import { words } from './words.ts'

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
      <FullPage title={words.thisPageStoppedWorking}>
        <p>{words.everythingYouSavedIsKept}</p>
        <div>
          <Button onClick={() => location.reload()}>{words.loadAgain}</Button>
          <Button variant="subtle" onClick={goHome}>
            {words.goToHome}
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
