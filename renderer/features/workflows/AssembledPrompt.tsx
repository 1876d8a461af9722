import { useQuery } from '@tanstack/react-query'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { CopyButton } from '../../parts/text/CopyButton.tsx'
import { ReadingText } from '../../parts/text/ReadingText.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './prompt.module.css'
import { words } from './words.ts'

/** The prompt in force with its Foundation sections filled in, to be copied into a tool as one text. */
export function AssembledPrompt({ workflowId }: { workflowId: number }) {
  const assembled = useQuery(orpc.documents.assembled.queryOptions({ input: { workflowId } }))
  if (assembled.isError) return <ErrorNote error={assembled.error} />
  if (!assembled.data) return null
  const { text, release, liveOn } = assembled.data
  return (
    <Section title={words.assembled}>
      <Card>
        <div className={styles.part}>
          <div className={styles.partHead}>
            <p className={layout.quiet}>{words.assembledOf(release, formatDay(liveOn, locale))}</p>
            <CopyButton label={words.copyAssembled} text={text} />
          </div>
          <section className={styles.wording} aria-label={words.assembled}>
            <div className={styles.beginning}>
              <ReadingText text={text} />
            </div>
          </section>
        </div>
      </Card>
    </Section>
  )
}
