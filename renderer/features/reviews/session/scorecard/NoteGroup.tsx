import { Textarea } from '@mantine/core'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { Group } from './Group.tsx'
import { words } from './words.ts'

type Props = { readonly session: ReviewSession; readonly item: ReviewItem }

/** A note on the output as a whole; on screen once there is one or `N` asked for it. */
export function NoteGroup({ session, item }: Props) {
  if (item.note === '' && session.cursor.group !== 'note') return null
  return (
    <Group session={session} stop={{ group: 'note', standardId: null }} title={words.noteOnThisOutput}>
      <Textarea
        aria-label={words.noteOnThisOutput}
        size="xs"
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2000}
        value={item.note}
        onChange={(event) => session.type({ note: event.target.value })}
        onBlur={session.settleTyping}
      />
    </Group>
  )
}
