import { client } from '../../../api/client.ts'
import { Discard } from '../../../parts/tasks/Discard.tsx'
import { listPath } from '../test-words.ts'
import { words } from './words.ts'

/** Takes back a test in which nothing has been judged. */
export function DiscardTest({ id }: { id: number }) {
  return (
    <Discard
      discard={() => client.modelTests.discard({ id })}
      listPath={listPath}
      title={words.discardThisTest}
      detail={words.theSetUpAndThe}
      action={words.discardTheTest}
    />
  )
}
