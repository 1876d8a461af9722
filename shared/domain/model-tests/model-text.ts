/** What a workflow's model is: `settings` are lines such as "Temperature: 0.2". */
export type ModelParts = { vendor: string; model: string; settings: string }

const vendorLine = /^Vendor:[ \t]*(.*)$/
const modelLine = /^Model:[ \t]*(.*)$/

/** The parts as one wording, so that a model is compared and kept like any other text. */
export function modelText({ vendor, model, settings }: ModelParts): string {
  const head = `Vendor: ${vendor}\nModel: ${model}`
  return settings === '' ? head : `${head}\n${settings}`
}

/** The parts of a wording; lines that name neither the vendor nor the model are settings. */
export function modelParts(text: string): ModelParts {
  const lines = text === '' ? [] : text.split('\n')
  const vendorAt = lines.findIndex((line) => vendorLine.test(line))
  const modelAt = lines.findIndex((line) => modelLine.test(line))
  return {
    vendor: vendorLine.exec(lines[vendorAt] ?? '')?.[1] ?? '',
    model: modelLine.exec(lines[modelAt] ?? '')?.[1] ?? '',
    settings: lines.filter((_, index) => index !== vendorAt && index !== modelAt).join('\n'),
  }
}
