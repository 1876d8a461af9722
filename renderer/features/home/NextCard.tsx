import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { Keys } from '../../ui/keys/Keys.tsx'
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
    <section className={styles.next} aria-labelledby="next-step">
      <div>
        <p className={styles.eyebrow}>Next</p>
        <h2 id="next-step">{step.title}</h2>
        <p className={styles.muted}>{step.detail}</p>
        {step.progress !== null && (
          <progress className={styles.progress} value={step.progress} max={1} aria-label="Outputs reviewed" />
        )}
      </div>
      <Button
        variant={step.isPrimary ? 'filled' : 'default'}
        rightSection={<Keys k="Enter" />}
        onClick={() => navigate(target)}
      >
        {step.action}
      </Button>
    </section>
  )
}

const usesEnter =
  'a, button, input, select, textarea, summary, [contenteditable], [role="dialog"], [role="menu"]'
