import '../../../renderer/styles/components.ts'
import '../../../renderer/styles/tokens.css'
import '../../../renderer/styles/mantine.css'
import '../../../renderer/styles/base.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import axe from 'axe-core'
import type { ReactNode } from 'react'
import { expect, onTestFinished, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createQueryClient } from '../../../renderer/api/queries.ts'
import { theme } from '../../../renderer/styles/theme.ts'

/** Answers of the core by procedure ("people/list"); a procedure that is not among them fails the call. */
export type Answers = Readonly<Record<string, unknown>>

/** A component as the app draws it, in front of a core that answers `answers`; checked by axe. */
export async function show(component: ReactNode, answers: Answers = {}) {
  const asked = answerWith(answers)
  const queryClient = createQueryClient()
  const screen = await render(
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        <main>{component}</main>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { screen, text: () => wordsOf(screen.container), queryClient, asked }
}

/** The one place that is not real: what the network brings. Returns each question with its input, as asked. */
function answerWith(answers: Answers) {
  const asked: { procedure: string; input: unknown }[] = []
  const fetching = vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    const procedure = new URL(request.url).pathname.replace('/api/', '')
    const body = await request.text()
    asked.push({ procedure, input: body === '' ? undefined : JSON.parse(body).json })
    if (!(procedure in answers)) throw new TypeError(`Nothing answers ${procedure}`)
    return Response.json({ json: answers[procedure] })
  })
  onTestFinished(() => fetching.mockRestore())
  return asked
}

/** What can be read, with single spaces. */
function wordsOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
}

/** The cells of a table, row by row, the heading first. */
export function rowsOf(container: Element): string[][] {
  return [...container.querySelectorAll('tr')].map((row) => [...row.children].map(wordsOf))
}

/** The terms of a list of facts with what stands beside them. */
export function factsIn(container: Element): Record<string, string> {
  const terms = [...container.querySelectorAll('dt')]
  return Object.fromEntries(terms.map((term) => [wordsOf(term), wordsOf(term.nextElementSibling)]))
}

/** Rules that only a whole page can keep. */
const ofPages = {
  region: { enabled: false },
  'page-has-heading-one': { enabled: false },
  // A page with a main part of its own stands inside the one of `show`.
  'landmark-main-is-top-level': { enabled: false },
  'landmark-no-duplicate-main': { enabled: false },
  'landmark-unique': { enabled: false },
}

/** Fails with everything axe finds in the component. */
export async function expectAccessible(container: Element) {
  const { violations } = await axe.run(container, { rules: ofPages, resultTypes: ['violations'] })
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`)),
  ).toEqual([])
}
