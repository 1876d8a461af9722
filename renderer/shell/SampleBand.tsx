import { useSwitchCompany } from '../features/company/useSwitchCompany.ts'
import styles from './shell.module.css'

/** Stands over every page of the sample company, and leads out of it. */
export function SampleBand() {
  const leave = useSwitchCompany('own')
  return (
    <section className={styles.band} aria-label="Sample company">
      <b>Sample company.</b> Nothing here is yours.
      <button type="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
        Start my company
      </button>
      {leave.isError && <span role="alert">That did not work. Try again.</span>}
    </section>
  )
}
