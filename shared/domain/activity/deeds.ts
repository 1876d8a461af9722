/** What the entries of the activity log are about, as the owner looks for them. */
export const activityKinds = {
  reviews: 'Monthly reviews',
  outputs: 'Imported outputs',
  foundation: 'Foundation and prompts',
  foundation_reviews: 'Foundation reviews',
  changes: 'Change log',
  model_tests: 'Model tests',
  workflows: 'Workflows and standards',
  register: 'Register',
  signals: 'Signals',
  people: 'People',
  reports: 'Reports',
  company: 'Company and settings',
} as const
export type ActivityKind = keyof typeof activityKinds
export const activityKindIds = Object.keys(activityKinds) as ActivityKind[]

type Thing = { noun: string; kind: ActivityKind }

/** Every entity of the log, in the owner's words. */
const things: Readonly<Record<string, Thing>> = {
  review: { noun: 'Monthly review', kind: 'reviews' },
  review_item: { noun: 'Output', kind: 'reviews' },
  finding: { noun: 'Result of a month', kind: 'reviews' },
  month: { noun: 'Month', kind: 'reviews' },
  sealed_month: { noun: 'Month', kind: 'reviews' },
  import: { noun: 'Import', kind: 'outputs' },
  document: { noun: 'Wording', kind: 'foundation' },
  live_check: { noun: 'Live check', kind: 'foundation' },
  release: { noun: 'Release', kind: 'foundation' },
  retired_fact: { noun: 'Retired fact', kind: 'foundation' },
  foundation_review: { noun: 'Foundation review', kind: 'foundation_reviews' },
  action: { noun: 'Action', kind: 'foundation_reviews' },
  change: { noun: 'Change', kind: 'changes' },
  model_test: { noun: 'Model test', kind: 'model_tests' },
  test_input: { noun: 'Input of a model test', kind: 'model_tests' },
  test_output: { noun: 'Answer of a model', kind: 'model_tests' },
  test_pair: { noun: 'Pair of answers', kind: 'model_tests' },
  standard_input: { noun: 'Standard input', kind: 'model_tests' },
  sent_request: { noun: 'Request to a provider', kind: 'model_tests' },
  api_key: { noun: 'API key', kind: 'model_tests' },
  gateway: { noun: 'Company gateway', kind: 'model_tests' },
  model_retirement: { noun: 'Retirement of a model', kind: 'model_tests' },
  model_price: { noun: 'Price of a model', kind: 'model_tests' },
  workflow: { noun: 'Workflow', kind: 'workflows' },
  standards: { noun: 'Quality standards', kind: 'workflows' },
  register_entry: { noun: 'Register entry', kind: 'register' },
  data_dependency: { noun: 'Data it depends on', kind: 'register' },
  incident: { noun: 'Incident', kind: 'register' },
  signal: { noun: 'Signal', kind: 'signals' },
  person: { noun: 'Person', kind: 'people' },
  report: { noun: 'Report', kind: 'reports' },
  report_words: { noun: 'Words for a report', kind: 'reports' },
  outputs_used: { noun: 'Outputs used', kind: 'reports' },
  report_costs: { noun: 'Costs for reports', kind: 'reports' },
  bin: { noun: 'Bin', kind: 'company' },
  company: { noun: 'Company', kind: 'company' },
  preferences: { noun: 'Preferences', kind: 'company' },
  calendar_series: { noun: 'Calendar series', kind: 'company' },
}

/** What was done, as the end of a sentence that begins with the thing. */
const verbs: Readonly<Record<string, string>> = {
  agree: 'agreed by somebody who took part',
  answer: 'answered',
  answered: 'answered',
  call_off: 'called off',
  check: 'made',
  clear: 'taken out',
  confirm_quick: 'answered',
  create: 'added',
  decide: 'decided',
  delete: 'deleted',
  discard: 'thrown away',
  discard_draft: 'draft thrown away',
  done: 'done',
  dropped: 'dropped',
  empty: 'emptied',
  earlier_month: 'worked out again, as an earlier month was finished',
  draw: 'sample drawn',
  failed: 'failed',
  finish: 'finished',
  forget: 'removed',
  go_live: 'live',
  hand_over: 'handed over',
  handle: 'handled',
  import: 'brought in',
  judge: 'judged',
  keep: 'kept',
  lines_found: 'read with the lines that were found',
  lock: 'set-up fixed',
  look: 'effect looked at',
  maybe_paid: 'broken off, perhaps paid',
  mask: 'personal data masked',
  move: 'moved',
  prepare: 'prepared',
  publish: 'published',
  recompute: 'worked out again',
  record: 'recorded',
  remove: 'removed',
  put_back: 'put back from the Bin',
  reopen: 'opened again',
  replace: 'replaced',
  replan: 'planned for another day',
  restore: 'went back to a copy',
  reveal: 'names shown',
  review: 'reviewed',
  run: 'run',
  save: 'saved',
  save_again: 'saved again',
  save_file: 'saved as a file',
  save_draft: 'draft saved',
  seal: 'closed and sealed',
  second_look: 'second look counted in',
  set: 'set',
  set_aside: 'set aside',
  skip: 'skipped',
  stage: 'rolled out further',
  start: 'begun',
  start_judging: 'judging begun',
  store: 'stored',
  take_back_skip: 'no longer skipped',
  tick: 'step in the live tool ticked',
  undo: 'taken back',
  untick: 'tick taken away',
  update: 'changed',
  verify: 'checked and still true',
  write: 'written',
}

const plain = (code: string) => code.replaceAll('_', ' ')

/** "Monthly review finished", "Output judged: All met", "Output taken back: All met". */
export function deedWords(entity: string, action: string, label: string | null): string {
  const noun = things[entity]?.noun ?? capital(plain(entity))
  const deed = `${noun} ${verbs[action] ?? plain(action)}`
  if (label === null || label === '') return deed
  return `${deed}: ${label === 'Save and next' ? 'done' : label}`
}

/** The deeds ("review finish") whose words hold a text in small letters. */
export const deedsSaying = (text: string): string[] =>
  Object.keys(things).flatMap((entity) =>
    Object.keys(verbs)
      .filter((action) => deedWords(entity, action, null).toLowerCase().includes(text))
      .map((action) => `${entity} ${action}`),
  )

/** The entities of a kind. */
export const entitiesOf = (kind: ActivityKind): string[] =>
  Object.keys(things).filter((entity) => things[entity]?.kind === kind)

export const knowsDeed = (entity: string, action: string): boolean => entity in things && action in verbs

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
