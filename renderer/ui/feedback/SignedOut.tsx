import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { askForCode, openWithCode, type Refusal } from '../../api/session.ts'
import { Actions } from '../layout/Actions.tsx'
import { FullPage } from '../layout/FullPage.tsx'
import { words } from './words.ts'

/** Says how to get back in when this page has no session of its own any more, and opens it right here. */
export function SignedOut({ message }: { message: string }) {
  const [hasAsked, setAsked] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>(null)

  async function ask() {
    setRefusal(await askForCode())
    setAsked(true)
  }

  return (
    <FullPage title={words.openEvenkeelAgain}>
      <p>{words.everythingYouSavedIsStill(message)}</p>
      {hasAsked ? (
        <CodeForm refusal={refusal} onRefused={setRefusal} onAsk={ask} />
      ) : (
        <Actions>
          <Button onClick={ask}>{words.openHere}</Button>
        </Actions>
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
      <Actions>
        <Button type="submit" disabled={code.trim() === ''}>
          {words.open}
        </Button>
        <Button variant="default" type="button" onClick={onAsk}>
          {words.newCode}
        </Button>
      </Actions>
    </form>
  )
}
