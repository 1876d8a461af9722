import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { askForCode, openWithCode, type Refusal } from '../../api/session.ts'
import { FullPage } from '../layout/FullPage.tsx'
import { words } from './words.ts'

/** Says how to get back in when this page has no session of its own any more, and opens it right here. */
export function SignedOut({ message }: { message: string }) {
  const [hasAsked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>(null)

  async function ask() {
    const refused = await askForCode()
    setRefusal(refused)
    setAsked((before) => before || refused === null)
  }

  return (
    <FullPage title={words.openEvenkeelAgain}>
      <p>{words.everythingYouSavedIsStill(message)}</p>
      {hasAsked ? (
        <CodeForm refusal={refusal} onRefused={setRefusal} onAsk={ask} />
      ) : (
        <>
          {refusal && <p role="alert">{refusal.message}</p>}
          <Button onClick={ask}>{words.openHere}</Button>
        </>
      )}
      <p>{words.startingEvenkeelAgainGivesA}</p>
    </FullPage>
  )
}

type CodeFormProps = { refusal: Refusal; onRefused: (refusal: Refusal) => void; onAsk: () => void }

function CodeForm({ refusal, onRefused, onAsk }: CodeFormProps) {
  const [code, setCode] = useState('')
  const open = async (event: FormEvent) => {
    event.preventDefault()
    onRefused(await openWithCode(code.trim()))
  }
  return (
    <form onSubmit={open}>
      <TextInput
        label={words.codeOf8Digits}
        description={words.itStandsInTheWindow}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        error={refusal?.message}
        onChange={(event) => setCode(event.target.value)}
        autoFocus
      />
      <Group mt="md">
        <Button type="submit" disabled={code.trim() === ''}>
          {words.open}
        </Button>
        <Button variant="default" type="button" onClick={onAsk}>
          {words.newCode}
        </Button>
      </Group>
    </form>
  )
}
