import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { splitAtWords } from '../../../shared/domain/text/find-words.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import shared from '../../ui/layout/shared.module.css'
import { Marked } from '../../ui/marks/Marked.tsx'
import styles from './foundation.module.css'
import { words } from './words.ts'

const kindWords = { section: null, prompt: words.prompt, model: words.model } as const

/** Where a word stands in any version of any section, prompt or model. */
export function SearchHits({ search }: { search: string }) {
  const hits = useQuery(
    orpc.documents.search.queryOptions({ input: { search }, placeholderData: keepPreviousData }),
  )
  if (hits.isPending) return <Loading />
  if (hits.isError) return <ErrorNote error={hits.error} />
  if (hits.data.length === 0) {
    return (
      <p className={layout.quiet} role="status">
        {words.noWordingHas(search)}
      </p>
    )
  }
  return (
    <Card>
      <ul className={styles.hits} aria-label={words.found}>
        {hits.data.map((hit) => (
          <li key={`${hit.documentId} ${hit.version}`}>
            <p>
              {/* The page of a prompt or model is the same; it knows itself where it belongs. */}
              <Link
                href={
                  hit.isCurrent ? `/foundation/${hit.documentId}` : `/foundation/${hit.documentId}/history`
                }
              >
                {hit.name}
              </Link>
              <span className={layout.quiet}>
                {' '}
                {[
                  kindWords[hit.kind],
                  hit.workflow,
                  `version ${hit.version}`,
                  hit.isCurrent ? words.inForce : words.earlierWording,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </p>
            <p className={shared.excerpt} dir="auto">
              <Marked pieces={splitAtWords(hit.excerpt, search)} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
