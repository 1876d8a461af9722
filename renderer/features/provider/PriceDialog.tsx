import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Price } from '../../../shared/contract/provider.ts'
import { formatNumber, parseNumber } from '../../../shared/domain/format.ts'
import {
  type SamplingName,
  samplingLabels,
  samplingNames,
} from '../../../shared/domain/model-tests/model-settings.ts'
import { orpc } from '../../api/client.ts'
import { refusalsOf } from '../../ui/fields/refusals.ts'
import { FormDialog } from '../../ui/layout/FormDialog.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

type Typed = {
  provider: string
  model: string
  input: string
  output: string
  asOf: string | null
  takes: SamplingName[]
}

/** The price of one model; null for one that has none yet. Its id is what the price is found by. */
export function PriceDialog({ price, onClose }: { price: Price | null; onClose: () => void }) {
  const { data: company } = useQuery(orpc.company.get.queryOptions())
  const { data: providers = [] } = useQuery(orpc.provider.list.queryOptions())
  const [typed, setTyped] = useState<Typed>({
    provider: price?.provider ?? '',
    model: price?.model ?? '',
    input: price ? typedNumber(price.input) : '',
    output: price ? typedNumber(price.output) : '',
    asOf: null,
    takes: price?.takes ?? [],
  })
  const [wasAsked, setWasAsked] = useState(false)
  const save = useMutation(orpc.provider.savePrice.mutationOptions({ onSuccess: onClose }))
  const remove = useMutation(orpc.provider.removePrice.mutationOptions({ onSuccess: onClose }))
  const provider = typed.provider || (providers[0]?.id ?? '')
  const example = providers.find(({ id }) => id === provider)?.exampleModel
  const asOf = typed.asOf ?? company?.today ?? ''
  const missing = problemsOf(typed, asOf)
  const refused = refusalsOf(save.error, ['model', 'input', 'output', 'asOf'])
  const problems = { ...refused.problems, ...(wasAsked ? missing : {}) }
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const submit = () => {
    setWasAsked(true)
    const [input, output] = [parseNumber(typed.input, locale), parseNumber(typed.output, locale)]
    if (Object.keys(missing).length > 0 || input === null || output === null) return
    save.mutate({ provider, model: typed.model.trim(), input, output, asOf, takes: typed.takes })
  }
  return (
    <FormDialog
      title={price ? words.priceOf(price.model) : words.addAPrice}
      submitLabel={words.save}
      isBusy={save.isPending}
      error={refused.rest ?? remove.error}
      secondary={
        price && (
          <Button
            variant="subtle"
            loading={remove.isPending}
            onClick={() => remove.mutate({ provider, model: price.model })}
          >
            {words.remove}
          </Button>
        )
      }
      onClose={onClose}
      onSubmit={submit}
    >
      {price === null && providers.length > 1 && (
        <NativeSelect
          label={words.provider}
          value={provider}
          data={providers.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ currentTarget }) => set({ provider: currentTarget.value })}
        />
      )}
      {price === null && (
        <TextInput
          label={words.modelId}
          description={words.asTheProviderWritesIt(example ? words.forExample(example) : '')}
          maxLength={120}
          spellCheck={false}
          value={typed.model}
          error={problems.model}
          onChange={({ currentTarget }) => set({ model: currentTarget.value })}
        />
      )}
      <div className={layout.pair}>
        <TextInput
          label={words.inputAMillionTokens}
          inputMode="decimal"
          value={typed.input}
          error={problems.input}
          onChange={({ currentTarget }) => set({ input: currentTarget.value })}
        />
        <TextInput
          label={words.outputAMillionTokens}
          inputMode="decimal"
          value={typed.output}
          error={problems.output}
          onChange={({ currentTarget }) => set({ output: currentTarget.value })}
        />
      </div>
      <TextInput
        type="date"
        label={words.lookedUpOn}
        value={asOf}
        error={problems.asOf}
        onChange={({ currentTarget }) => set({ asOf: currentTarget.value })}
      />
      <Checkbox.Group
        label={words.settingsItTakes}
        description={words.theOthersAreNotSent}
        value={typed.takes}
        onChange={(takes) => set({ takes: samplingNames.filter((name) => takes.includes(name)) })}
      >
        <Group gap="md" mt="xs">
          {samplingNames.map((name) => (
            <Checkbox key={name} value={name} label={samplingLabels[name]} />
          ))}
        </Group>
      </Checkbox.Group>
    </FormDialog>
  )
}

const typedNumber = (value: number) => formatNumber(value, decimalsOf(value), locale)
const decimalsOf = (value: number) => String(value).split('.')[1]?.length ?? 0

const isPrice = (text: string) => {
  const value = parseNumber(text, locale)
  return value !== null && value >= 0 && value <= 10_000
}

function problemsOf({ model, input, output }: Typed, asOf: string): Record<string, string> {
  const enterPrice = words.enterAPriceFrom0
  return {
    ...(model.trim() === '' ? { model: words.enterTheModelId } : {}),
    ...(isPrice(input) ? {} : { input: enterPrice }),
    ...(isPrice(output) ? {} : { output: enterPrice }),
    ...(asOf === '' ? { asOf: words.enterTheDayYouLooked } : {}),
  }
}
