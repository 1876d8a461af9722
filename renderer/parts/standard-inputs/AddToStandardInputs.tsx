import { useMutation } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { wordsOf } from '../../api/errors.ts'
import layout from '../../ui/layout/layout.module.css'
import styles from './standard-inputs.module.css'
import { words } from './words.ts'

/** Takes a reviewed output over: its request becomes a standard input, its final version the reference. */
export function AddToStandardInputs({
  itemId,
  label = words.addToStandardInputs,
}: {
  itemId: number
  label?: string
}) {
  const add = useMutation(orpc.standardInputs.addFromReview.mutationOptions())
  return (
    <div className={styles.add}>
      {!add.isSuccess && (
        <button
          type="button"
          className={layout.textButton}
          disabled={add.isPending}
          onClick={() => add.mutate({ itemId })}
        >
          {label}
        </button>
      )}
      <span role="status">
        {add.isSuccess && words.addedToStandardInputs}
        {add.isError && wordsOf(add.error).message}
      </span>
    </div>
  )
}
