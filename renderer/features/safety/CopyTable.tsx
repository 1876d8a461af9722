import type { Copy } from '../../../shared/contract/safety.ts'
import { notInWords } from '../../../shared/domain/safety-words.ts'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import table from '../../ui/tables/table.module.css'
import { capital, heldSentence, momentOf } from './moment-words.ts'
import styles from './safety.module.css'
import { words } from './words.ts'

type Props = { heading: string; copies: readonly Copy[]; onChoose: (copy: Copy) => void }

/** With the company that it is of, where that is known. */
function holdsOf(copy: Copy): string {
  const { company = null } = copy.contents ?? {}
  return company === null ? heldSentence(copy) : words.companyHolds(company, heldSentence(copy))
}

/** Copies, a row each; the moment opens it. */
export function CopyTable({ heading, copies, onChoose }: Props) {
  return (
    <div className={styles.others}>
      <Table
        label={heading}
        columns={[
          { heading, width: '30%' },
          { heading: words.hold },
          { heading: words.notInThem, width: '26%', isNumber: true },
        ]}
      >
        <tbody>
          {copies.map((copy) => (
            <tr key={copy.id}>
              <td>
                <button type="button" className={table.opens} onClick={() => onChoose(copy)}>
                  {capital(momentOf(copy.at))}
                </button>
                {copy.reason !== '' && <div className={layout.quiet}>{capital(copy.reason)}</div>}
              </td>
              <td className={table.none}>{holdsOf(copy)}</td>
              <td className={table.none} data-number>
                {copy.notIn ? notInWords(copy.notIn, locale) : words.cannotBeTold}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
