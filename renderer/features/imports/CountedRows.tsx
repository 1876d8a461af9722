import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ImportCount, StartImport } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import files from '../../files/files.module.css'
import { count } from '../../parts/figures/words.ts'
import { locale } from '../../ui/lib/locale.ts'
import { countedWords, words } from './words.ts'

type Choice = z.infer<typeof StartImport>

/** What bringing a file in as chosen would come to; undefined until it is counted. */
function useCounted(choice: Choice): ImportCount | undefined {
  const counted = useQuery(
    orpc.imports.count.queryOptions({
      input: choice,
      placeholderData: keepPreviousData,
      // What is new changes with every import.
      staleTime: 0,
    }),
  )
  return counted.isPlaceholderData ? undefined : counted.data
}

/** What the button of an import says: how many rows would come in as chosen, and into which months. */
export function CountedRows({ choice, before }: { choice: Choice; before: string }) {
  const counted = useCounted(choice)
  return counted ? countedWords(counted, locale) : before
}

/** What becomes of the rows that do not come in as new. */
export function CountedNotes({ choice }: { choice: Choice }) {
  const counted = useCounted(choice)
  const notes = counted ? notesOf(counted) : []
  if (notes.length === 0) return null
  return (
    <section className={files.section} aria-labelledby="not-new">
      <h3 id="not-new">{words.notNew}</h3>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </section>
  )
}

function notesOf(counted: ImportCount): string[] {
  const said: [number, (rows: string, isOne: boolean) => string][] = [
    [counted.completed, words.getCompleted],
    [counted.alreadyIn, words.inAlready],
    [counted.kept, words.usedByAReview],
    [counted.duplicates, words.repeatARow],
    [counted.otherMonth, words.ofOtherMonths],
    [counted.leftOut, words.holdNoOutput],
  ]
  return said.flatMap(([rows, say]) => (rows > 0 ? [say(count(rows, 'row', locale), rows === 1)] : []))
}
