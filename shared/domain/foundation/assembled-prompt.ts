type Part = { kind: 'prompt' | 'section' | 'model'; name: string; text: string }

const place = /\{\{\s*foundation\s*\}\}/giu

/**
 * What a workflow gives to its model: the prompt, and the Foundation sections it draws on, each under its name.
 * They take the place of {{foundation}} where the prompt has it, and follow it otherwise.
 */
export function assembledPrompt(parts: readonly Part[]): string {
  const prompts = parts.flatMap(({ kind, text }) => (kind === 'prompt' ? [text] : []))
  const sections = parts.flatMap(({ kind, name, text }) =>
    kind === 'section' ? [`# ${name}\n\n${text}`] : [],
  )
  const prompt = prompts.join('\n\n')
  if (sections.length === 0 || prompt.search(place) < 0) return [...prompts, ...sections].join('\n\n')
  return prompt.replaceAll(place, () => sections.join('\n\n'))
}
