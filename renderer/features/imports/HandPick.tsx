import { Button, Checkbox, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Output, Pool } from '../../../shared/contract/reviews/reviews.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import files from '../../files/files.module.css'
import { count } from '../../parts/figures/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { Pager } from '../../ui/tables/Pager.tsx'
import styles from './imports.module.css'
import { words as say } from './words.ts'

const limit = 50

/** Choosing outputs oneself; the sample is labelled so everywhere and gets no likely range. */
export function HandPick({ pool, onBack }: { pool: Pool; onBack: () => void }) {
  const { workflowId, month } = pool
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const searched = useDeferredValue(search)
  const candidates = useQuery(
    orpc.reviews.candidates.queryOptions({
      input: { workflowId, month, search: searched, offset },
      placeholderData: keepPreviousData,
    }),
  )
  const draw = useMutation(orpc.reviews.draw.mutationOptions())
  const searchField = useRef<HTMLInputElement>(null)
  useEffect(() => searchField.current?.focus(), [])
  const toggle = (id: number) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    setChosen(next)
  }
  return (
    <section className={files.stack} aria-labelledby="by-hand">
      <div>
        <h3 id="by-hand">{say.chooseByHand}</h3>
        <p className={files.quiet}>{say.aSampleChosenByHand}</p>
      </div>
      <TextInput
        ref={searchField}
        label={say.searchTheOutputs}
        value={search}
        onChange={(event) => {
          setSearch(event.currentTarget.value)
          setOffset(0)
        }}
      />
      {candidates.isPending && <Loading />}
      {candidates.isError && <ErrorNote error={candidates.error} />}
      {candidates.data && (
        <>
          {candidates.data.total === 0 && <p className={files.quiet}>{say.noOutputHoldsTheseWords}</p>}
          <ul className={styles.candidates}>
            {candidates.data.outputs.map((output) => (
              <li key={output.id}>
                <Checkbox
                  label={<Candidate output={output} />}
                  checked={chosen.has(output.id)}
                  onChange={() => toggle(output.id)}
                />
              </li>
            ))}
          </ul>
          <Pager
            offset={offset}
            limit={limit}
            total={candidates.data.total}
            noun={['output', 'outputs']}
            order={say.asTheyCameIn}
            onMove={setOffset}
          />
        </>
      )}
      {draw.isError && <ErrorNote error={draw.error} />}
      <Actions>
        <Button
          disabled={chosen.size === 0}
          loading={draw.isPending}
          onClick={() => draw.mutate({ workflowId, month, outputIds: [...chosen] })}
        >
          {chosen.size === 0 ? say.toUseTheseOutputs : say.toUseThese(count(chosen.size, 'output', locale))}
        </Button>
        <Button variant="default" onClick={onBack}>
          {say.pickAtRandomInstead}
        </Button>
      </Actions>
    </section>
  )
}

function Candidate({ output }: { output: Output }) {
  const facts = [
    output.occurredOn === null ? null : formatDay(output.occurredOn, locale),
    output.person,
    output.copies > 1 ? say.theSame(output.copies) : null,
  ].filter((fact) => fact !== null)
  return (
    <>
      {output.request && (
        <span className={styles.candidateText} dir="auto">
          {output.request}
        </span>
      )}
      <span className={styles.candidateAnswer} dir="auto">
        {output.aiText || output.externalId}
      </span>
      <small>{facts.join(' · ')}</small>
    </>
  )
}
