import { useQuery } from '@tanstack/react-query'
import { Link, Redirect, useLocation, useParams, useSearch } from 'wouter'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { DocumentScreen } from '../../features/documents/DocumentScreen.tsx'
import { GoBack } from '../../features/documents/GoBack.tsx'
import { documentPath } from '../../parts/documents/document-words.ts'
import { inForceSince } from '../../parts/documents/roll-out.ts'
import type { WholeDocument } from '../../parts/text/whole-document.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { NotFound } from '../../ui/feedback/NotFound.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

/** One Foundation section, prompt or model: its wording, its history, and whether the tool still has it. */
export function DocumentPage() {
  const params = useParams<{ id: string; view?: string; number?: string }>()
  const [path] = useLocation()
  const planFor = Number(new URLSearchParams(useSearch()).get('for'))
  const id = Number(params.id)
  const document = useQuery(orpc.documents.get.queryOptions({ input: { id } }))
  if (document.isPending) return <Loading />
  // An answer that fails later must not take what is being written off the screen.
  if (document.data === undefined) {
    return (
      <Page eyebrow={<Link href="/foundation">{words.foundation}</Link>} title={words.document}>
        <ErrorNote error={document.error} />
      </Page>
    )
  }
  // A hit of the search knows a document by its number alone.
  const home = documentPath(document.data)
  if (!path.startsWith(home)) return <Redirect to={params.view ? `${home}/${params.view}` : home} replace />
  if (params.view === 'back') return <BackTo document={document.data} number={Number(params.number)} />
  return (
    <DocumentScreen
      key={id}
      document={document.data}
      view={params.view}
      planFor={planFor > 0 ? planFor : null}
      eyebrow={<Home document={document.data} />}
    />
  )
}

function BackTo({ document, number }: { document: WholeDocument; number: number }) {
  const earlier = document.versions.find((version) => version.number === number)
  if (!earlier || document.current === null) return <NotFound />
  const since = inForceSince(earlier)
  return (
    <Page
      eyebrow={
        <>
          <Home document={document} /> /{' '}
          <Link href={`${documentPath(document)}/history`}>{document.name}</Link>
        </>
      }
      title={words.goBackToVersion(number)}
      aside={
        since === null
          ? words.itWasTriedOutFrom(formatDay(earlier.liveOn, locale))
          : words.itCameIntoForceOn(formatDay(since, locale))
      }
    >
      <GoBack key={earlier.id} document={document} current={document.current} earlier={earlier} />
    </Page>
  )
}

function Home({ document: { workflowId } }: { document: WholeDocument }) {
  if (workflowId === null) return <Link href="/foundation">{words.foundation}</Link>
  return <WorkflowLink workflowId={workflowId} />
}

function WorkflowLink({ workflowId }: { workflowId: number }) {
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id: workflowId } }))
  return <Link href={`/workflows/${workflowId}/wording`}>{workflow.data?.name ?? words.workflow}</Link>
}
