import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { CompareForm } from './CompareForm.tsx'
import type { SectionPiece } from './section-pieces.ts'
import { words } from './words.ts'

type CompareDocumentProps = { pieces: readonly SectionPiece[]; onBack: () => void }

/** A newer document beside the Foundation that is there. */
export function CompareDocument({ pieces, onBack }: CompareDocumentProps) {
  const [, navigate] = useLocation()
  const withText = pieces.filter(({ text }) => text.trim() !== '')
  const sections = withText.map(({ name, text }) => ({ name, text }))
  const comparison = useQuery(orpc.documents.compareSections.queryOptions({ input: { sections } }))
  const back = (
    <Button variant="default" onClick={onBack}>
      {words.backToTheSections}
    </Button>
  )
  if (comparison.isPending) return <Loading />
  if (!comparison.data) {
    return (
      <>
        <ErrorNote error={comparison.error} />
        <Actions>{back}</Actions>
      </>
    )
  }
  const bare = pieces.filter(({ text }) => text.trim() === '').map(({ name }) => name)
  return (
    <>
      {bare.length > 0 && <Note tone="watch">{words.headingsAlone(bare.join(', '))}</Note>}
      <CompareForm
        pieces={withText}
        {...comparison.data}
        secondary={back}
        onTaken={() => navigate('/foundation')}
      />
    </>
  )
}
