type Part = { kind: 'prompt' | 'section' | 'model'; name: string; text: string }

/** What a workflow gives to its model: the prompt, then the Foundation sections it draws on, each under its name. */
export const assembledPrompt = (parts: readonly Part[]): string =>
  [
    ...parts.flatMap(({ kind, text }) => (kind === 'prompt' ? [text] : [])),
    ...parts.flatMap(({ kind, name, text }) => (kind === 'section' ? [`# ${name}\n\n${text}`] : [])),
  ].join('\n\n')
