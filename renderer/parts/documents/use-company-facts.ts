import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'

/** Today in the owner's zone, and the owner's name; both are known before any page opens. */
export function useCompanyFacts(): { today: string; ownerName: string } {
  const { data } = useQuery(orpc.company.get.queryOptions())
  return { today: data?.today ?? '', ownerName: data?.company?.ownerName ?? '' }
}
