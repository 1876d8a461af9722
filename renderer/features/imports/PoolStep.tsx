import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Pool } from '../../../shared/contract/reviews/reviews.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import files from '../../files/files.module.css'
import { count } from '../../parts/figures/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { HandPick } from './HandPick.tsx'
import { poolSentences } from './pool-sentences.ts'
import { words } from './words.ts'

/** The month's outputs, what to know about them, and the draw. */
export function PoolStep({ pool }: { pool: Pool }) {
  const [isByHand, setIsByHand] = useState(false)
  const { workflowId, month } = pool
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id: workflowId } }))
  const draw = useMutation(orpc.reviews.draw.mutationOptions())
  const takesAll = pool.differentCount <= pool.sampleSize
  return (
    <Card>
      <div className={files.stack}>
        <div>
          <h2>{words.forWord(count(pool.outputCount, 'output', locale), formatMonth(month, locale))}</h2>
          {poolSentences(pool, workflow.data?.measure ?? null, locale).map((sentence) => (
            <p key={sentence} className={files.quiet}>
              {sentence}
            </p>
          ))}
        </div>
        {pool.personalDataCount > 0 && <Note tone="watch">{personalDataSentence(pool)}</Note>}
        {draw.isError && <ErrorNote error={draw.error} />}
        {isByHand ? (
          <HandPick pool={pool} onBack={() => setIsByHand(false)} />
        ) : (
          <Actions>
            <Button loading={draw.isPending} onClick={() => draw.mutate({ workflowId, month })}>
              {takesAll ? words.toUseAll(pool.differentCount) : words.pickAtRandom(pool.sampleSize)}
            </Button>
            {!takesAll && (
              <Button variant="default" onClick={() => setIsByHand(true)}>
                {words.chooseByHand}
              </Button>
            )}
          </Actions>
        )}
      </div>
    </Card>
  )
}

const kindWords: Readonly<Record<string, string>> = {
  email: words.emailAddresses,
  phone: words.phoneNumbers,
  card: words.cardNumbers,
  account: words.accountNumbers,
}
function personalDataSentence({ personalDataCount, personalDataKinds }: Pool): string {
  const kinds = personalDataKinds.map((kind) => kindWords[kind] ?? kind)
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(kinds)
  return words.mayHoldPersonalDataEverything(count(personalDataCount, 'output', locale), list)
}
