import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'wouter'
import { testQuery } from '../../features/model-tests/queries.ts'
import { LockedSetUp } from '../../features/model-tests/set-up/LockedSetUp.tsx'
import { SetUpForm } from '../../features/model-tests/set-up/SetUpForm.tsx'
import { testPath } from '../../features/model-tests/test-words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { words } from './words.ts'

/** What is compared with what, and by which rule: to be agreed before any output is there. */
export function SetUpTestPage() {
  const id = Number(useParams<{ id: string }>().id)
  const test = useQuery(testQuery(id))
  if (test.isPending) return <Loading />
  const eyebrow = <Link href={testPath(id)}>{words.modelTest}</Link>
  if (test.isError) {
    return (
      <Page eyebrow={eyebrow} title={words.setUpAndRule}>
        <ErrorNote error={test.error} />
      </Page>
    )
  }
  if (test.data.state === 'setting_up') return <SetUpForm key={id} test={test.data} eyebrow={eyebrow} />
  return <LockedSetUp test={test.data} eyebrow={eyebrow} />
}
