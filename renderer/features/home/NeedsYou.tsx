import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { Home } from '../../../shared/contract/results.ts'
import { assertNever } from '../../../shared/errors.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { StatusShape } from '../../ui/marks/StatusBadge.tsx'
import styles from './home.module.css'

type Todo = Home['todos'][number]

/** What is missing or waiting, each with the one button that takes care of it. */
export function NeedsYou({ todos }: { todos: readonly Todo[] }) {
  const [, navigate] = useLocation()
  return (
    <section className={styles.section} aria-labelledby="needs-you">
      <h2 id="needs-you">Needs you</h2>
      <Card>
        {todos.length === 0 ? (
          <p className={layout.quiet}>Nothing is waiting for you.</p>
        ) : (
          <ul className={styles.todos}>
            {todos.map((todo) => (
              <li key={todo.id}>
                <StatusShape status={todo.status} />
                <div className={styles.todoText}>
                  <h3>{todo.title}</h3>
                  <p className={layout.quiet}>{todo.detail}</p>
                </div>
                <Button variant="default" onClick={() => navigate(pathOf(todo.target))}>
                  {todo.action}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </section>
  )
}

function pathOf(target: Todo['target']): string {
  switch (target.page) {
    case 'review':
      return `/review/${target.reviewId}`
    case 'session':
      return `/reviews/${target.month}`
    case 'workflow':
      return `/workflows/${target.workflowId}/${target.tab}`
    case 'new-workflow':
      return '/workflows/new'
    case 'foundation-reviews':
      return '/reviews/foundation'
    case 'foundation-review':
      return `/foundation-review/${target.id}`
    case 'section':
      return `/foundation/${target.id}`
    case 'change':
      return `/changes/${target.number}`
    case 'signals':
      return '/changes/signals'
    case 'retired-facts':
      return '/foundation/retired'
    case 'people':
      return '/settings/people'
    case 'calendar':
      return '/settings/calendar'
    case 'model-test':
      return `/model-test/${target.id}`
    default:
      return assertNever(target)
  }
}
