/** Settings of a model that Evenkeel can send, by the name most providers give them. */
export const samplingNames = ['temperature', 'top_p', 'top_k'] as const
export type SamplingName = (typeof samplingNames)[number]
export type Sampling = Partial<Record<SamplingName, number>>

export const samplingLabels: Readonly<Record<SamplingName, string>> = {
  temperature: 'Temperature',
  top_p: 'Top p',
  top_k: 'Top k',
}

/** A line of the recorded settings that does not go along, and why in words. */
export type NotSent = { line: string; why: string }

const setting = /^\s*(\p{L}[\p{L} _-]*?)\s*[:=]\s*(\d+(?:[.,]\d+)?)\s*(?:tokens)?\s*$/u
const longestAnswers = ['max_tokens', 'longest_answer']

/** "Top P: 0,9" is top_p with 0.9; null for a line that is no setting with a number. */
function read(line: string): { name: string; value: number } | null {
  const [, name = '', value = ''] = setting.exec(line) ?? []
  if (name === '') return null
  return { name: name.toLowerCase().replaceAll(/[ _-]+/g, '_'), value: Number(value.replace(',', '.')) }
}

/** What goes along of the recorded settings, where the model takes only `taken`. The longest answer goes by itself. */
export function settingsToSend(
  settings: string,
  taken: readonly SamplingName[],
): { sent: Sampling; notSent: NotSent[] } {
  const sent: Sampling = {}
  const notSent: NotSent[] = []
  for (const line of settings.split('\n').filter((each) => each.trim() !== '')) {
    const found = read(line)
    const name = samplingNames.find((each) => each === found?.name)
    if (found && longestAnswers.includes(found.name)) continue
    if (!found || !name) notSent.push({ line: line.trim(), why: 'Evenkeel can’t send this one.' })
    else if (!taken.includes(name))
      notSent.push({ line: line.trim(), why: 'This model is not set to take it.' })
    else sent[name] = found.value
  }
  return { sent, notSent }
}

/** The longest answer the settings name, in tokens; null where they name none that can be sent. */
export function longestAnswerOf(settings: string): number | null {
  const found = settings
    .split('\n')
    .map(read)
    .find((each) => each !== null && longestAnswers.includes(each.name))
  return found && Number.isInteger(found.value) && found.value >= 1 && found.value <= 64_000
    ? found.value
    : null
}
