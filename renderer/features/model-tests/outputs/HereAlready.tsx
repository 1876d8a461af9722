import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { OutputsChoice, OutputsCount } from '../../../../shared/contract/model-tests/outputs.ts'
import { orpc } from '../../../api/client.ts'
import files from '../../../files/files.module.css'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import styles from './outputs.module.css'
import { comeInWords, countedWords, hereWords, namedWords, sameWords } from './outputs-words.ts'
import { type Taken, takenFor } from './taken.ts'
import { words } from './words.ts'

type HereProps = { choice: OutputsChoice; taken: Taken | null }

/** What the file comes to as chosen; undefined until it is counted. */
function useCounted(choice: OutputsChoice): OutputsCount | undefined {
  const counted = useQuery(
    orpc.modelTests.countOutputs.queryOptions({
      input: choice,
      placeholderData: keepPreviousData,
      // What is here may change with every output that comes in.
      staleTime: 0,
    }),
  )
  return counted.isPlaceholderData ? undefined : counted.data
}

/** What the button says: how many outputs would come in as chosen. */
export function ComeIn({ choice, taken, before }: HereProps & { before: string }) {
  const counted = useCounted(choice)
  return counted ? comeInWords(counted, takenFor(choice, taken), locale) : before
}

/** How many outputs the file has, and which of those that are here would be others: they stay unless asked for. */
export function HereAlready({
  choice,
  taken,
  onTaken,
}: HereProps & { onTaken: (taken: Taken | null) => void }) {
  const counted = useCounted(choice)
  if (!counted) return null
  const { there, same, inputs } = counted
  return (
    <section className={files.section} aria-label={words.outputsOfTheFile}>
      <p>{countedWords(counted, locale)}</p>
      {same > 0 && <p>{sameWords(same, locale)}</p>}
      {there.length > 0 && (
        <div className={styles.met}>
          <p className={layout.fieldLabel}>{hereWords(there.length, inputs, locale)}</p>
          <Segmented
            label={hereWords(there.length, inputs, locale)}
            value={takenFor(choice, taken).length > 0 ? 'file' : 'keep'}
            options={[
              { value: 'keep', label: there.length === 1 ? words.keepIt : words.keepThem },
              { value: 'file', label: words.takeTheFiles },
            ]}
            onChange={(value) =>
              onTaken(
                value === 'file'
                  ? { of: JSON.stringify(choice), ids: there.map(({ inputId }) => inputId) }
                  : null,
              )
            }
          />
          <p className={layout.quiet}>{namedWords(there.map(({ name }) => name))}</p>
        </div>
      )}
    </section>
  )
}
