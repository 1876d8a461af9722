import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { orpc } from '../api/client.ts'
import styles from './shell.module.css'

/** Stands over every page of the sample company, and leads out of it. */
export function SampleBand() {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const leave = useMutation(
    orpc.company.openOwn.mutationOptions({
      onSuccess: async (state) => {
        navigate(state.company === null ? '/set-up' : '/')
        await queryClient.resetQueries()
      },
    }),
  )
  return (
    <section className={styles.band} aria-label="Sample company">
      <b>Sample company.</b> Nothing here is yours.
      <button type="button" disabled={leave.isPending} onClick={() => leave.mutate(undefined)}>
        Start my company
      </button>
      {leave.isError && <span role="alert">That did not work. Try again.</span>}
    </section>
  )
}
