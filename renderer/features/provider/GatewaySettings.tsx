import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ProviderState } from '../../../shared/contract/provider.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { Actions } from '../../ui/layout/Actions.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './provider.module.css'
import { words } from './words.ts'

/** Where the requests of model tests go: to the provider itself, or to the company's own gateway. */
export function GatewaySettings() {
  const providers = useQuery(orpc.provider.list.queryOptions())
  if (!providers.data) return null
  return (
    <Section title={words.whereRequestsGo}>
      <Card>
        <div className={layout.fields}>
          {providers.data.map((provider) => (
            <Gateway key={provider.id} provider={provider} />
          ))}
        </div>
      </Card>
    </Section>
  )
}

function Gateway({ provider }: { provider: ProviderState }) {
  const { id, name, host, ownHost, gateway } = provider
  const [isEntering, setIsEntering] = useState(false)
  const leave = useMutation(orpc.provider.setGateway.mutationOptions())
  if (isEntering) return <GatewayForm provider={provider} onDone={() => setIsEntering(false)} />
  return (
    <>
      <div>
        <p className={styles.key}>{host}</p>
        <p className={layout.quiet}>
          {gateway === null ? words.ownAddressOf(name) : words.gatewayInsteadOf(ownHost)}
        </p>
      </div>
      <Actions>
        <Button variant="default" onClick={() => setIsEntering(true)}>
          {gateway === null ? words.useAGateway : words.changeTheAddress}
        </Button>
        {gateway !== null && (
          <Button
            variant="default"
            loading={leave.isPending}
            onClick={() => leave.mutate({ provider: id, address: null })}
          >
            {words.backTo(ownHost)}
          </Button>
        )}
      </Actions>
      {leave.isError && <ErrorNote error={leave.error} />}
    </>
  )
}

function GatewayForm({ provider, onDone }: { provider: ProviderState; onDone: () => void }) {
  const [address, setAddress] = useState(provider.gateway ?? '')
  const [isMissing, setIsMissing] = useState(false)
  const set = useMutation(orpc.provider.setGateway.mutationOptions({ onSuccess: onDone }))
  const { problems, rest } = refusalsOf(set.error, ['address'])
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setIsMissing(address.trim() === '')
    if (address.trim() !== '') set.mutate({ provider: provider.id, address })
  }
  return (
    <form className={layout.fields} onSubmit={submit} noValidate>
      <TextInput
        ref={field}
        className={styles.keyField}
        type="url"
        label={words.addressOfTheGateway}
        description={words.everythingGoesThere}
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={address}
        error={isMissing ? words.enterTheAddress : problems.address}
        onChange={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      {rest !== null && <ErrorNote error={rest} />}
      <Actions>
        <Button type="submit" loading={set.isPending}>
          {words.sendThere}
        </Button>
        <Button variant="default" onClick={onDone}>
          {words.cancel}
        </Button>
      </Actions>
    </form>
  )
}
