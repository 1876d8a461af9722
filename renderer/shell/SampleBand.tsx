import { useSwitchCompany } from '../features/company/useSwitchCompany.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

/** Stands over every page of the sample company, and leads out of it. */
export function SampleBand() {
  const leave = useSwitchCompany('own')
  return (
    <section className={styles.band} aria-label={words.sampleCompany}>
      <b>{words.sampleCompany2}</b>
      {words.nothingHereIsYours}
      <button type="button" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {words.startMyCompany}
      </button>
      {leave.isError && <span role="alert">{words.thatDidNotWorkTry}</span>}
    </section>
  )
}
