import type { OutputFilter, OutputOrder } from '../../../../shared/contract/outputs.ts'
import { searchable, wordFinder } from '../../../../shared/domain/text/find-words.ts'
import type { Db } from '../../db/open.ts'

export type ReviewedRow = {
  item_id: number
  review_id: number
  month: string
  position: number
  excerpt: string
  editing: number | null
  satisfaction: number | null
  is_flagged: 0 | 1
  /** What was not met, each with its issue, as JSON; `isMustPass` is 0 or 1 in it. */
  issues: string
}

export type IssueChoice = { standard: string; type: string; section: string | null; count: number }

// A second look counts once it is finished.
const judged = `
FROM reviews r JOIN review_items i ON i.review_id = r.id AND i.state = 'active' AND i.is_done = 1
  AND (r.second_of IS NULL OR r.state = 'finished')`

const issueOf = `
marks m JOIN standards s ON s.id = m.standard_id LEFT JOIN documents d ON d.id = m.section_id`
const missed = `FROM ${issueOf} WHERE m.item_id = i.id AND m.verdict = 'not_met'`

const issueType = "coalesce(m.issue_type, 'Other')"
/** By its name of today. */
const section = 'ifnull(d.name, m.section)'

/** Everything that was written and sent, and said about it, one text a line. */
const textsOfOutputs = `
SELECT i.id, concat_ws(char(10), o.request, o.ai_text, o.final_text, o.person, o.external_id, i.note,
  (SELECT group_concat(concat_ws(char(10), s.name, ${issueType}, ${section}, m.note), char(10)) ${missed})) AS text
${judged} JOIN outputs o ON o.id = i.output_id WHERE r.workflow_id = ?`

/** What a filter asks of an output; a part that is not set asks nothing. */
function conditionsOf({ month, person, show, standard, type, section: name }: OutputFilter) {
  const ofIssue = [
    standard !== null && 's.name = :standard',
    type !== null && `${issueType} = :type`,
    name !== null && `${section} = :section`,
    show === 'not_fit' && 's.is_must_pass = 1',
  ].filter((condition) => condition !== false)
  return [
    'r.workflow_id = :workflowId',
    month !== null && 'r.month = :month',
    show === 'flagged' && 'i.is_flagged = 1',
    (show === 'issues' || ofIssue.length > 0) && `EXISTS (SELECT 1 ${[missed, ...ofIssue].join(' AND ')})`,
    person !== null && '(SELECT person FROM outputs WHERE id = i.output_id) = :person',
  ].filter((condition) => condition !== false)
}

const columns = { month: 'r.month', editing: 'i.editing', satisfaction: 'i.satisfaction' } as const

/** What is not known stands last, what is alike goes by month, newest first. */
function orderOf({ by, isAscending }: OutputOrder): string {
  const column = columns[by]
  return `${column} IS NULL, ${column} ${isAscending ? 'ASC' : 'DESC'}, r.month DESC, i.position, i.id`
}

const mostPeople = 100

/** The reviewed outputs of a workflow: searched, narrowed, sorted, and what they can be narrowed to. */
export function createOutputsRepository(db: Db) {
  const search = createSearch(db)
  const count = db.prepare<[number], number>(`SELECT count(*) ${judged} WHERE r.workflow_id = ?`).pluck()
  const rows = db.prepare<[string], ReviewedRow>(`
    SELECT i.id AS item_id, r.id AS review_id, r.month, i.position, i.editing, i.satisfaction, i.is_flagged,
      (SELECT substr(coalesce(o.request, nullif(o.ai_text, ''), o.external_id), 1, 160) FROM outputs o WHERE o.id = i.output_id) AS excerpt,
      (SELECT json_group_array(json_object('id', m.id, 'standard', s.name, 'type', ${issueType},
         'section', ${section}, 'note', m.note, 'isMustPass', s.is_must_pass) ORDER BY s.position)
       ${missed}) AS issues
    FROM json_each(?) wanted JOIN review_items i ON i.id = wanted.value JOIN reviews r ON r.id = i.review_id
    ORDER BY wanted.key`)
  const months = db
    .prepare<[number], string>(`
      SELECT r.month FROM reviews r WHERE r.workflow_id = ? AND r.second_of IS NULL AND EXISTS (SELECT 1 FROM review_items i
        WHERE i.review_id = r.id AND i.state = 'active' AND i.is_done = 1) ORDER BY r.month DESC`)
    .pluck()
  const issues = db.prepare<[number], IssueChoice>(`
    SELECT s.name AS standard, ${issueType} AS type, ${section} AS section, count(*) AS count ${judged}
    JOIN ${issueOf} WHERE r.workflow_id = ? AND m.item_id = i.id AND m.verdict = 'not_met'
    GROUP BY 1, 2, 3`)
  const people = db
    .prepare<[number], string>(`
      SELECT o.person ${judged} JOIN outputs o ON o.id = i.output_id
      WHERE r.workflow_id = ? AND o.person IS NOT NULL
      GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${mostPeople}`)
    .pluck()

  return {
    count: (workflowId: number) => count.get(workflowId) ?? 0,
    /** Ids of everything the filter leaves, in order. */
    ids(workflowId: number, filter: OutputFilter, order: OutputOrder): number[] {
      const where = conditionsOf(filter).join(' AND ')
      const ids = db
        .prepare<[OutputFilter & { workflowId: number }], number>(
          `SELECT i.id ${judged} WHERE ${where} ORDER BY ${orderOf(order)}`,
        )
        .pluck()
        .all({ ...filter, workflowId })
      return filter.search.trim() === '' ? ids : ids.filter(search(workflowId, filter.search))
    },
    /** In the order of `ids`. */
    rows: (ids: readonly number[]) => rows.all(JSON.stringify(ids)),
    months: (workflowId: number) => months.all(workflowId),
    issues: (workflowId: number) => issues.all(workflowId),
    people: (workflowId: number) => people.all(workflowId),
  }
}

/**
 * Looks for words in the outputs of a workflow. Their texts are kept until anything is written: at each further key
 * of a search nothing was, and reading them is most of the work.
 */
function createSearch(db: Db) {
  const written = db.prepare<[], number>('SELECT total_changes()').pluck()
  const all = db.prepare<[number], { id: number; text: string }>(textsOfOutputs)
  let kept = { workflowId: 0, written: -1, texts: new Map<number, string>() }

  return (workflowId: number, search: string): ((itemId: number) => boolean) => {
    const now = written.get() ?? 0
    if (kept.workflowId !== workflowId || kept.written !== now) {
      const texts = all.all(workflowId).map(({ id, text }) => [id, searchable(text)] as const)
      kept = { workflowId, written: now, texts: new Map(texts) }
    }
    const finds = wordFinder(search)
    return (itemId) => finds(kept.texts.get(itemId) ?? '')
  }
}
