import { words } from './words.ts'

type TabLink = { path: string; label: string }
type Tab = { id: string; label: string; parts: readonly { id: string; label: string }[] }

/** The first part of a tab is what the tab itself opens. */
const tabs = [
  {
    id: 'results',
    label: words.results,
    parts: [
      { id: '', label: words.finding },
      { id: 'outputs', label: words.outputsAndIssues },
    ],
  },
  { id: 'wording', label: words.wording, parts: [] },
  { id: 'test-inputs', label: words.testInputs, parts: [] },
  {
    id: 'set-up',
    label: words.setUp,
    parts: [
      { id: '', label: words.workflowAndLines },
      { id: 'standards', label: words.standards },
      { id: 'register', label: words.register },
    ],
  },
] as const satisfies readonly Tab[]

type TabPart<T> = T extends { id: infer Id extends string; parts: readonly (infer Part)[] }
  ? `${Id}/` | (Part extends { id: infer PartId extends string } ? `${Id}/${PartId}` : never)
  : never

/** A tab with the part in view: "set-up/register". */
export type WorkflowPlace = TabPart<(typeof tabs)[number]>

const pathOf = (workflowId: number, tab: string, part = '') =>
  `/workflows/${workflowId}/${tab}${part === '' ? '' : `/${part}`}`

/** The place an address names, Results where it names none, with the links around it. */
export function placeAt(workflowId: number, tabId = 'results', partId = '') {
  const tab: Tab = tabs.find(({ id }) => id === tabId) ?? tabs[0]
  const part = tab.parts.find(({ id }) => id === partId)?.id ?? ''
  const links = (of: readonly { id: string; label: string }[], path: (id: string) => string): TabLink[] =>
    of.map(({ id, label }) => ({ path: path(id), label }))
  return {
    place: `${tab.id}/${part}` as WorkflowPlace,
    tabs: links(tabs, (id) => pathOf(workflowId, id)),
    current: pathOf(workflowId, tab.id),
    parts: links(tab.parts, (id) => pathOf(workflowId, tab.id, id)),
    currentPart: pathOf(workflowId, tab.id, part),
  }
}
