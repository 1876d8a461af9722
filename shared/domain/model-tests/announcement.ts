const modelId = /\b[a-z]{2,}(?:-[a-z0-9.]*[a-z0-9])+\b/gi

/** A word with hyphens and a digit is taken for a model's id: "claude-sonnet-4-5" but not "fine-tuned". */
export function modelsNamedIn(text: string): string[] {
  const ids = [...text.matchAll(modelId)].map(([id]) => id).filter((id) => /\d/.test(id))
  return [...new Set(ids)]
}

/** The model to try: the first one named that is not in use; empty where none is named. */
export function candidateIn(text: string, inUse: readonly string[]): string {
  const known = new Set(inUse.map((model) => model.toLowerCase()))
  return modelsNamedIn(text).find((model) => !known.has(model.toLowerCase())) ?? ''
}
