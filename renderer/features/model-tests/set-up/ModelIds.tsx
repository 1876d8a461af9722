import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { ProviderState } from '../../../../shared/contract/provider.ts'
import { orpc } from '../../../api/client.ts'
import { wordsOf } from '../../../api/errors.ts'
import { count } from '../../../parts/figures/words.ts'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import styles from './set-up.module.css'
import { words } from './words.ts'

/** The list of this provider's model ids that the fields suggest, once it was asked. */
export const modelListId = (providerId: string) => `models-of-${providerId}`

/** Asks the providers which models they have, and offers them to the fields; nothing is sent before. */
export function ModelIds() {
  const providers = useQuery(orpc.provider.list.queryOptions())
  if (!providers.data) return null
  const withKey = providers.data.filter(({ key }) => key.isSet)
  if (withKey.length === 0) {
    return (
      <p className={layout.quiet}>
        {words.outputsCanBePastedOr}
        <Link href="/settings/model-tests">{words.enterAnApiKey}</Link>.
      </p>
    )
  }
  const isOne = providers.data.length === 1
  return withKey.map((provider) => (
    <ModelsOf key={provider.id} provider={provider} name={isOne ? words.theProvider : provider.name} />
  ))
}

function ModelsOf({ provider, name }: { provider: ProviderState; name: string }) {
  const models = useMutation(orpc.provider.models.mutationOptions())
  return (
    <div className={styles.beside}>
      <Button
        variant="default"
        loading={models.isPending}
        onClick={() => models.mutate({ provider: provider.id })}
      >
        {words.askForItsModels(name)}
      </Button>
      <span className={layout.quiet} role="status">
        {models.isSuccess &&
          `${count(models.data.length, 'model', locale)}. Choose one in the field “Model id”.`}
        {models.isError && wordsOf(models.error).message}
        {models.isIdle && words.oneRequestWithoutAnyOf}
      </span>
      {models.data && (
        <datalist id={modelListId(provider.id)}>
          {models.data.map((model) => (
            <option key={model.id} value={model.id}>
              {model.name}
            </option>
          ))}
        </datalist>
      )}
    </div>
  )
}
