import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Home } from '../../../shared/contract/results.ts'
import { SecondLookButton } from '../../parts/tasks/SecondLookButton.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { StatusShape } from '../../ui/marks/StatusBadge.tsx'
import styles from './home.module.css'
import { targetPath } from './target-path.ts'
import { words } from './words.ts'

type Todo = Home['todos'][number]

const shownAtFirst = 8

/** What is missing or waiting, each with the one button that takes care of it. */
export function NeedsYou({ todos }: { todos: readonly Todo[] }) {
  const [, navigate] = useLocation()
  const [isAll, setIsAll] = useState(false)
  const shown = isAll || todos.length <= shownAtFirst + 1 ? todos : todos.slice(0, shownAtFirst)
  return (
    <section className={styles.section} aria-labelledby="needs-you">
      <h2 id="needs-you">{words.needsYou}</h2>
      <Card>
        {todos.length === 0 ? (
          <p className={layout.quiet}>{words.nothingIsWaitingForYou}</p>
        ) : (
          <ul className={styles.todos}>
            {shown.map((todo) => (
              <li key={todo.id}>
                <StatusShape status={todo.mark} />
                <div className={styles.todoText}>
                  <h3>
                    <Link href={targetPath(todo.about ?? todo.target)}>{todo.title}</Link>
                  </h3>
                  <p className={layout.quiet}>{todo.detail}</p>
                </div>
                {todo.target.page === 'second-look' ? (
                  <SecondLookButton reviewId={todo.target.reviewId} isPrimary={false}>
                    {todo.action}
                  </SecondLookButton>
                ) : (
                  <Button variant="default" onClick={() => navigate(targetPath(todo.target))}>
                    {todo.action}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {shown.length < todos.length && (
          <button type="button" className={layout.textButton} onClick={() => setIsAll(true)}>
            {words.showMore(todos.length - shown.length)}
          </button>
        )}
      </Card>
    </section>
  )
}
