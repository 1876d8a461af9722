import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { Keys } from '../../ui/keys/Keys.tsx'
import layout from '../../ui/layout/layout.module.css'
import { NextStepCard } from '../../ui/layout/NextStepCard.tsx'
import { Progress } from '../../ui/marks/Progress.tsx'
import styles from './home.module.css'
import type { NextStep } from './next-step.ts'

/** What to do next, started by its button or by Enter from anywhere on the page that has no use for Enter. */
export function NextCard({ step }: { step: NextStep }) {
  const [, navigate] = useLocation()
  const { target } = step
  useEffect(() => {
    const start = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.repeat || event.defaultPrevented || event.isComposing) return
      if (event.target instanceof Element && event.target.closest(usesEnter)) return
      event.preventDefault()
      navigate(target)
    }
    window.addEventListener('keydown', start)
    return () => window.removeEventListener('keydown', start)
  }, [target, navigate])
  return (
    <NextStepCard labelledBy="next-step">
      <div>
        <small>Next</small>
        <h2 id="next-step">{step.title}</h2>
        <p className={layout.quiet}>{step.detail}</p>
        {step.progress !== null && (
          <Progress className={styles.progress} value={step.progress} max={1} label="Outputs reviewed" />
        )}
      </div>
      <Button
        variant={step.isPrimary ? 'filled' : 'default'}
        rightSection={<Keys k="Enter" />}
        onClick={() => navigate(target)}
      >
        {step.action}
      </Button>
    </NextStepCard>
  )
}

const usesEnter =
  'a, button, input, select, textarea, summary, [contenteditable], [role="dialog"], [role="menu"]'
