import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Preferences } from '../../../shared/contract/company.ts'
import { client, orpc } from '../../api/client.ts'

/** The preferences with what is being saved; a change shows at once and goes back when it cannot be saved. */
export function usePreferences(stored: Preferences) {
  const queryClient = useQueryClient()
  const [unsaved, setUnsaved] = useState<Partial<Preferences>>({})
  const save = useMutation({
    mutationFn: (patch: Partial<Preferences>) => client.company.updatePreferences(patch),
    onSuccess: (preferences) => {
      queryClient.setQueryData(orpc.company.get.queryKey(), (state) => state && { ...state, preferences })
    },
    onSettled: () => setUnsaved({}),
  })
  const change = (patch: Partial<Preferences>) => {
    setUnsaved((before) => ({ ...before, ...patch }))
    save.mutate(patch)
  }
  return { preferences: { ...stored, ...unsaved }, change, error: save.error }
}
