import type { SideSetUp } from '../../contract/model-tests/test.ts'

type Asked = Pick<SideSetUp, 'provider' | 'model' | 'maxTokens'>
/** `outputTokens` is null where the provider did not count them. */
type Fetched = { stopReason: string | null; outputTokens: number | null }

/** Whether an answer fetched as `before` would be the same asked as `after`: from another model never, and none that was cut. */
export function isSameAnswer({ stopReason, outputTokens }: Fetched, before: Asked, after: Asked): boolean {
  if (before.provider !== after.provider || before.model !== after.model) return false
  if (before.maxTokens === after.maxTokens) return true
  return stopReason !== 'max_tokens' && outputTokens !== null && outputTokens <= after.maxTokens
}
