import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orpc } from '../../api/client.ts'
import { words } from '../layout/words.ts'

/** Names the window after its page; the sample company says there too that it is one. */
export function useWindowTitle(title: string): void {
  // Only what is known already: the page that cannot reach the core has a title too.
  const { data } = useQuery({ ...orpc.company.get.queryOptions(), enabled: false })
  const suffix = data?.isSample ? words.sampleCompanyNothingHereIs : words.evenkeel
  useEffect(() => {
    document.title = `${title} – ${suffix}`
  }, [title, suffix])
}
