const keyShape = /sk-ant-[\w-]+/gi
const bearer = /\b(Bearer|x-api-key:?)\s+\S+/gi

/** The text with these keys, and anything that looks like an API key or its header, replaced by [API key]. */
export function scrub(text: string, ...apiKeys: string[]): string {
  const withoutKeys = apiKeys.reduce((rest, key) => (key ? rest.replaceAll(key, '[API key]') : rest), text)
  return withoutKeys.replace(keyShape, '[API key]').replace(bearer, '$1 [API key]')
}
