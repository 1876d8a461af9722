import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'

type Props = {
  readonly path: string
  readonly variant?: 'filled' | 'default'
  readonly children: ReactNode
}

/** A button that goes to another page of the app. */
export function GoButton({ path, variant = 'filled', children }: Props) {
  const [, navigate] = useLocation()
  return (
    <Button variant={variant} onClick={() => navigate(path)}>
      {children}
    </Button>
  )
}
