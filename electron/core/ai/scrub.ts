const keyShape = /sk-ant-[\w-]+/gi
const bearer = /\b(Bearer|x-api-key:?)\s+\S+/gi

/** The text with this key, and anything that looks like an API key or its header, replaced by [API key]. */
export function scrub(text: string, apiKey: string): string {
  const withoutKey = apiKey ? text.replaceAll(apiKey, '[API key]') : text
  return withoutKey.replace(keyShape, '[API key]').replace(bearer, '$1 [API key]')
}
