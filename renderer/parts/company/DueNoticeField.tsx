import { Switch } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { desktop } from '../../api/desktop.ts'
import { words } from './words.ts'

const queryKey = ['due-notices']

/** Whether the desktop app tells of a review on the day it is due; nothing in a browser. */
export function DueNoticeField() {
  const app = desktop()
  const queryClient = useQueryClient()
  const { data } = useQuery({
    queryKey,
    queryFn: () => app?.dueNotices() ?? false,
    enabled: app !== undefined,
  })
  if (!app || data === undefined) return null
  return (
    <Switch
      label={words.tellMeOnTheDay}
      description={words.onceThatDay}
      checked={data}
      onChange={async ({ currentTarget: { checked } }) => {
        queryClient.setQueryData(queryKey, await app.dueNotices(checked))
      }}
    />
  )
}
