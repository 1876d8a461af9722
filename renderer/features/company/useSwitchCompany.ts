import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { client, orpc } from '../../api/client.ts'

/** Opens the sample or the owner's own company, and shows its first page. */
export function useSwitchCompany(to: 'sample' | 'own') {
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const companyKey = orpc.company.get.queryKey()
  return useMutation({
    mutationFn: () => (to === 'sample' ? client.company.openSample() : client.company.openOwn()),
    onSuccess: async (state) => {
      queryClient.setQueryData(companyKey, state)
      navigate(state.company === null ? '/set-up' : '/')
      // Everything else that is known is about the other company.
      await queryClient.resetQueries({ predicate: ({ queryKey }) => !isCompany(queryKey) })
    },
  })
}

const isCompany = ([path]: readonly unknown[]) => Array.isArray(path) && path[0] === 'company'
