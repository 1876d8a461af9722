import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { AppError } from '../../../shared/errors.ts'
import { wordsOf } from '../../api/errors.ts'
import styles from './error-note.module.css'
import { Note } from './Note.tsx'
import { words } from './words.ts'

/**
 * What went wrong, inline, with the fields or rows it is about; a failed question can be asked again. Nothing where it
 * was the owner who broke off.
 */
export function ErrorNote({ error }: { error: unknown }) {
  const queryClient = useQueryClient()
  const failed = queryClient.getQueryCache().findAll({ predicate: (query) => query.state.error === error })
  if (error instanceof AppError && error.code === 'CANCELLED') return null
  const { message, problems } = wordsOf(error)
  const details = problems.filter((problem) => problem.message !== message)
  return (
    <Note tone="act" role="alert">
      <p>{message}</p>
      {details.length > 0 && (
        <ul className={styles.details}>
          {details.map((problem) => (
            <li key={`${problem.row ?? ''} ${problem.field ?? ''} ${problem.message}`}>
              {problem.row === undefined ? problem.message : words.row(problem.row, problem.message)}
            </li>
          ))}
        </ul>
      )}
      {failed.length > 0 && (
        <Button
          variant="default"
          onClick={() => {
            for (const query of failed) void query.fetch().catch(() => undefined)
          }}
        >
          {words.tryAgain}
        </Button>
      )}
    </Note>
  )
}
