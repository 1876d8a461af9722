import { Button } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import { Overdue } from '../../parts/tasks/Overdue.tsx'
import { Keys } from '../../ui/keys/Keys.tsx'
import layout from '../../ui/layout/layout.module.css'
import { NextStepCard } from '../../ui/layout/NextStepCard.tsx'
import { Progress } from '../../ui/marks/Progress.tsx'
import styles from './home.module.css'
import type { NextStep } from './step.ts'
import { words } from './words.ts'

type Props = {
  next: NextStep
  after: readonly NextStep[]
  /** A quiet way out of the next step, beside its button. */
  aside?: ReactNode
}

/**
 * What to do next and the matters after it. The first is begun by its button or by Enter from anywhere on the page
 * that has no use for Enter.
 */
export function NextCard({ next, after, aside }: Props) {
  const [, navigate] = useLocation()
  const { target } = next
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
      <div className={styles.matters}>
        <Matter step={next} label={words.outputsReviewed} isNext>
          {aside}
          <Button
            variant={next.isPrimary ? 'filled' : 'default'}
            rightSection={<Keys k="Enter" />}
            onClick={() => navigate(target)}
          >
            {next.action}
          </Button>
        </Matter>
        {after.map((step) => (
          <Matter key={step.target} step={step} label={words.sectionsAnswered}>
            <Button variant="default" onClick={() => navigate(step.target)}>
              {step.action}
            </Button>
          </Matter>
        ))}
      </div>
    </NextStepCard>
  )
}

type MatterProps = { step: NextStep; label: string; isNext?: boolean; children: ReactNode }

function Matter({
  step: { title, overdue, detail, progress },
  label,
  isNext = false,
  children,
}: MatterProps) {
  return (
    <div className={styles.matter}>
      <div>
        {isNext && <small>{words.next}</small>}
        <div className={styles.titleLine}>
          {isNext ? <h2 id="next-step">{title}</h2> : <h3>{title}</h3>}
          {overdue && <Overdue>{overdue}</Overdue>}
        </div>
        <p className={layout.quiet}>{detail}</p>
        {progress !== null && <Progress className={styles.progress} value={progress} max={1} label={label} />}
      </div>
      <div className={styles.matterActions}>{children}</div>
    </div>
  )
}

const usesEnter =
  'a, button, input, select, textarea, summary, [contenteditable], [role="dialog"], [role="menu"]'
