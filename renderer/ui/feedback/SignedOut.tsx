import { FullPage } from '../layout/FullPage.tsx'
import { words } from './words.ts'

/** Says how to get back in when this page has no session of its own any more. */
export function SignedOut({ message }: { message: string }) {
  return (
    <FullPage title={words.openEvenkeelAgainFromIts}>
      <p>{words.startEvenkeelAgainOnThis(message)}</p>
    </FullPage>
  )
}
