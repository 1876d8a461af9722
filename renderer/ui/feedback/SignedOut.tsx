import { FullPage } from '../layout/FullPage.tsx'

/** Says how to get back in when this page has no session of its own any more. */
export function SignedOut({ message }: { message: string }) {
  return (
    <FullPage title="Open Evenkeel again from its link">
      <p>
        {message} Start Evenkeel again on this computer and open the link that it shows. Everything you saved
        is still there.
      </p>
    </FullPage>
  )
}
