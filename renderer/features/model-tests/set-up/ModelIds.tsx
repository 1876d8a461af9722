import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { orpc } from '../../../api/client.ts'
import { wordsOf } from '../../../api/errors.ts'
import { count } from '../../../parts/figures/words.ts'
import layout from '../../../ui/layout/layout.module.css'
import { locale } from '../../../ui/lib/locale.ts'
import styles from './set-up.module.css'

/** The list of model ids that the fields suggest. */
export const modelListId = 'provider-models'

/** The provider's models, once the owner asked for them; nothing is sent before. */
export function useModelIds() {
  return useMutation(orpc.provider.models.mutationOptions())
}

/** Asks the provider which models it has, and offers them to the fields. */
export function ModelIds({ models }: { models: ReturnType<typeof useModelIds> }) {
  const key = useQuery(orpc.provider.key.queryOptions())
  if (!key.data) return null
  if (!key.data.isSet) {
    return (
      <p className={layout.quiet}>
        Outputs can be pasted or brought in from a file. To fetch them instead,{' '}
        <Link href="/settings/model-tests">enter an API key</Link>.
      </p>
    )
  }
  return (
    <div className={styles.beside}>
      <Button variant="default" loading={models.isPending} onClick={() => models.mutate({})}>
        Ask the provider for its models
      </Button>
      <span className={layout.quiet} role="status">
        {models.isSuccess &&
          `${count(models.data.length, 'model', locale)}. Choose one in the field “Model id”.`}
        {models.isError && wordsOf(models.error).message}
        {models.isIdle && 'One request, without any of your texts.'}
      </span>
      {models.data && (
        <datalist id={modelListId}>
          {models.data.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </datalist>
      )}
    </div>
  )
}
