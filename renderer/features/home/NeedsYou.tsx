import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { Home } from '../../../shared/contract/results.ts'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { StatusShape } from '../../ui/marks/StatusBadge.tsx'
import styles from './home.module.css'
import { targetPath } from './target-path.ts'
import { words } from './words.ts'

type Todo = Home['todos'][number]

/** What is missing or waiting, each with the one button that takes care of it. */
export function NeedsYou({ todos }: { todos: readonly Todo[] }) {
  const [, navigate] = useLocation()
  return (
    <section className={styles.section} aria-labelledby="needs-you">
      <h2 id="needs-you">{words.needsYou}</h2>
      <Card>
        {todos.length === 0 ? (
          <p className={layout.quiet}>{words.nothingIsWaitingForYou}</p>
        ) : (
          <ul className={styles.todos}>
            {todos.map((todo) => (
              <li key={todo.id}>
                <StatusShape status={todo.mark} />
                <div className={styles.todoText}>
                  <h3>{todo.title}</h3>
                  <p className={layout.quiet}>{todo.detail}</p>
                </div>
                <Button variant="default" onClick={() => navigate(targetPath(todo.target))}>
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
