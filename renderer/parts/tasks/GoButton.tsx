import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { EnterHint } from '../../ui/keys/EnterHint.tsx'

type Props = {
  readonly path: string
  readonly variant?: 'filled' | 'default' | 'subtle'
  /** Pressed by Enter as well; for the one primary button of a page. */
  readonly withEnter?: boolean
  readonly children: ReactNode
}

/** A button that goes to another page of the app. */
export function GoButton({ path, variant = 'filled', withEnter = false, children }: Props) {
  const [, navigate] = useLocation()
  const go = () => navigate(path)
  return (
    <Button variant={variant} rightSection={withEnter && <EnterHint act={go} />} onClick={go}>
      {children}
    </Button>
  )
}
