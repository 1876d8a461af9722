import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import type { StartImport } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { locale } from '../../ui/lib/locale.ts'
import { countedWords } from './words.ts'

type CountedRowsProps = {
  choice: z.infer<typeof StartImport>
  /** What the button says until the rows are counted. */
  before: string
}

/** What the button of an import says: how many rows would come in as chosen, and into which months. */
export function CountedRows({ choice, before }: CountedRowsProps) {
  const count = useQuery(
    orpc.imports.count.queryOptions({
      input: choice,
      placeholderData: keepPreviousData,
      // What is new changes with every import.
      staleTime: 0,
    }),
  )
  return count.data && !count.isPlaceholderData ? countedWords(count.data, locale) : before
}
