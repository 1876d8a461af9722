import { variablesOf } from '../../../shared/domain/text/template.ts'
import styles from './documents.module.css'
import { words } from './words.ts'

/** The places of a prompt that are filled in each time. */
export function Variables({ text }: { text: string }) {
  const names = variablesOf(text)
  if (names.length === 0) return null
  return (
    <div className={styles.facts}>
      <h2 className={styles.factName}>{words.filledInEachTime}</h2>
      <ul className={styles.chips}>
        {names.map((name) => (
          <li key={name}>{`{{${name}}}`}</li>
        ))}
      </ul>
    </div>
  )
}
