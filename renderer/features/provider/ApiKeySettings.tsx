import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, Fragment, useEffect, useRef, useState } from 'react'
import type { ProviderState } from '../../../shared/contract/provider.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Note } from '../../ui/feedback/Note.tsx'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import { locale } from '../../ui/lib/locale.ts'
import styles from './provider.module.css'
import { eitherOf, keptWords, words } from './words.ts'

/** The owner's API keys: entered, replaced or forgotten. Only the last four characters are ever shown. */
export function ApiKeySettings() {
  const providers = useQuery(orpc.provider.list.queryOptions())
  return (
    <Section title={words.apiKey}>
      <Card>
        <div className={layout.fields}>
          <p className={layout.quiet}>
            {words.withAnApiKeyOf}
            {providers.data && ` from ${eitherOf(providers.data.map(({ name }) => name))}`}
            {words.evenkeelCanFetchTheOutputs}
          </p>
          {providers.isPending && <Loading />}
          {providers.isError && <ErrorNote error={providers.error} />}
          {providers.data?.map((provider) => (
            <Fragment key={provider.id}>
              {providers.data.length > 1 && <h3 className={layout.smallHeading}>{provider.name}</h3>}
              <Key provider={provider} />
            </Fragment>
          ))}
        </div>
      </Card>
    </Section>
  )
}

function Key({ provider }: { provider: ProviderState }) {
  const { id, key: state } = provider
  const [isEntering, setIsEntering] = useState(false)
  const forget = useMutation(orpc.provider.forgetKey.mutationOptions())
  if (!state.isSet || isEntering) {
    return (
      <>
        {state.note && !state.isSet && <Note tone="watch">{state.note}</Note>}
        <KeyForm providerId={id} isReplacing={state.isSet} onDone={() => setIsEntering(false)} />
        {forget.isError && <ErrorNote error={forget.error} />}
      </>
    )
  }
  return (
    <>
      <div>
        <p className={styles.key}>
          {words.keyEndingIn}
          <span className={styles.lastFour}>{state.lastFour}</span>
        </p>
        <p className={layout.quiet}>
          {state.kept && keptWords[state.kept]} {state.note}
        </p>
      </div>
      <Actions>
        <Button variant="default" onClick={() => setIsEntering(true)}>
          {words.replace}
        </Button>
        <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate({ provider: id })}>
          {words.forget}
        </Button>
      </Actions>
      {forget.isError && <ErrorNote error={forget.error} />}
      <Models provider={provider} />
    </>
  )
}

type KeyFormProps = { providerId: string; isReplacing: boolean; onDone: () => void }

function KeyForm({ providerId, isReplacing, onDone }: KeyFormProps) {
  const [entered, setEntered] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const set = useMutation(orpc.provider.setKey.mutationOptions({ onSuccess: onDone }))
  const { problems, rest } = refusalsOf(set.error, ['key'])
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isReplacing) field.current?.focus()
  }, [isReplacing])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(entered.trim() === '')
    if (entered.trim() !== '') set.mutate({ provider: providerId, key: entered })
  }
  return (
    <form className={layout.fields} onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        className={styles.keyField}
        type="password"
        label={isReplacing ? words.newApiKey : words.apiKey}
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={entered}
        error={isMissing ? words.enterTheApiKey : problems.key}
        onChange={({ currentTarget }) => setEntered(currentTarget.value)}
      />
      {rest !== null && <ErrorNote error={rest} />}
      <Actions>
        <Button type="submit" loading={set.isPending}>
          {words.keepThisKey}
        </Button>
        {isReplacing && (
          <Button variant="default" onClick={onDone}>
            {words.cancel}
          </Button>
        )}
      </Actions>
    </form>
  )
}

/** One request to the provider: whether the key works, and what it can be used for. */
function Models({ provider }: { provider: ProviderState }) {
  const ask = useMutation(orpc.provider.models.mutationOptions())
  return (
    <div className={styles.models}>
      <Actions>
        <Button
          variant="default"
          loading={ask.isPending}
          onClick={() => ask.mutate({ provider: provider.id })}
        >
          {words.seeWhichModelsItCan}
        </Button>
        <span className={layout.quiet}>{words.oneFreeRequestTo(provider.host)}</span>
      </Actions>
      {ask.isError && <ErrorNote error={ask.error} />}
      {ask.data && (
        <ul className={styles.modelList} aria-label={words.modelsTheKeyCanUse}>
          {ask.data.map(({ id, name, retiresOn }) => (
            <li key={id} className={layout.inline}>
              <span>{name}</span>
              <small className={styles.modelId}>{id}</small>
              {retiresOn && <span className={layout.quiet}>{words.until(formatDay(retiresOn, locale))}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
