import type { Migration } from './migration.ts'

/** Whoever is named as owner, deputy or verifier becomes a person, and what names a person points to them. */
export const peopleKeys: Migration = {
  number: 130,
  name: 'people-keys',
  sql: `
INSERT INTO people (name, role)
SELECT trim(name), '' FROM (
  SELECT process_owner AS name FROM workflows
  UNION ALL SELECT deputy FROM register_entries
  UNION ALL SELECT owner FROM data_dependencies
  UNION ALL SELECT verifier FROM documents
  UNION ALL SELECT who FROM actions WHERE state = 'open'
  UNION ALL SELECT a.name FROM attendees a JOIN foundation_reviews r ON r.id = a.review_id AND r.state <> 'finished'
) WHERE trim(name) <> '' GROUP BY trim(name) COLLATE NOCASE
ON CONFLICT DO NOTHING;

ALTER TABLE workflows ADD COLUMN process_owner_id INTEGER REFERENCES people (id);
UPDATE workflows SET process_owner_id = (SELECT id FROM people p WHERE p.name = trim(process_owner) COLLATE NOCASE);
CREATE INDEX workflows_by_owner ON workflows (process_owner_id);
ALTER TABLE register_entries ADD COLUMN deputy_id INTEGER REFERENCES people (id);
UPDATE register_entries SET deputy_id = (SELECT id FROM people p WHERE p.name = trim(deputy) COLLATE NOCASE);
CREATE INDEX register_entries_by_deputy ON register_entries (deputy_id);
ALTER TABLE data_dependencies ADD COLUMN owner_id INTEGER REFERENCES people (id);
UPDATE data_dependencies SET owner_id = (SELECT id FROM people p WHERE p.name = trim(owner) COLLATE NOCASE);
CREATE INDEX data_dependencies_by_owner ON data_dependencies (owner_id);
ALTER TABLE documents ADD COLUMN verifier_id INTEGER REFERENCES people (id);
UPDATE documents SET verifier_id = (SELECT id FROM people p WHERE p.name = trim(verifier) COLLATE NOCASE);
CREATE INDEX documents_by_verifier ON documents (verifier_id);
ALTER TABLE actions ADD COLUMN who_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
UPDATE actions SET who_id = (SELECT id FROM people p WHERE p.name = trim(who) COLLATE NOCASE);
CREATE INDEX actions_by_who ON actions (who_id);
ALTER TABLE attendees ADD COLUMN person_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
UPDATE attendees SET person_id = (SELECT id FROM people p WHERE p.name = trim(attendees.name) COLLATE NOCASE);
CREATE INDEX attendees_by_person ON attendees (person_id);

-- Records of the past keep the name as it was said beside the key.
ALTER TABLE verifications ADD COLUMN verified_by_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
UPDATE verifications SET verified_by_id = (SELECT id FROM people p WHERE p.name = trim(verified_by) COLLATE NOCASE);
CREATE INDEX verifications_by_person ON verifications (verified_by_id) WHERE verified_by_id IS NOT NULL;
ALTER TABLE model_tests ADD COLUMN decided_by_id INTEGER REFERENCES people (id) ON DELETE SET NULL;
UPDATE model_tests SET decided_by_id = (SELECT id FROM people p WHERE p.name = trim(decided_by) COLLATE NOCASE);
CREATE INDEX model_tests_by_person ON model_tests (decided_by_id) WHERE decided_by_id IS NOT NULL;
DROP TRIGGER changes_keep_wording;
ALTER TABLE changes ADD COLUMN decided_by_id INTEGER REFERENCES people (id);
ALTER TABLE changes ADD COLUMN approved_by_id INTEGER REFERENCES people (id);
UPDATE changes SET
  decided_by_id = (SELECT id FROM people p WHERE p.name = trim(decided_by) COLLATE NOCASE),
  approved_by_id = (SELECT id FROM people p WHERE p.name = trim(approved_by) COLLATE NOCASE);
CREATE INDEX changes_by_decider ON changes (decided_by_id) WHERE decided_by_id IS NOT NULL;
CREATE INDEX changes_by_approver ON changes (approved_by_id) WHERE approved_by_id IS NOT NULL;
CREATE TRIGGER changes_keep_wording BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
DROP TRIGGER versions_keep_wording;
ALTER TABLE versions ADD COLUMN approved_by_id INTEGER REFERENCES people (id);
UPDATE versions SET approved_by_id = (SELECT id FROM people p WHERE p.name = trim(approved_by) COLLATE NOCASE);
CREATE INDEX versions_by_approver ON versions (approved_by_id) WHERE approved_by_id IS NOT NULL;
CREATE TRIGGER versions_keep_wording BEFORE UPDATE ON versions
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
DROP TRIGGER releases_keep;
ALTER TABLE releases ADD COLUMN approved_by_id INTEGER REFERENCES people (id);
UPDATE releases SET approved_by_id = (SELECT id FROM people p WHERE p.name = trim(approved_by) COLLATE NOCASE);
CREATE INDEX releases_by_approver ON releases (approved_by_id) WHERE approved_by_id IS NOT NULL;
CREATE TRIGGER releases_keep BEFORE UPDATE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are immutable'); END;
`,
  check: `
SELECT 'workflow' AS kind, id FROM workflows WHERE (trim(process_owner) <> '') <> (process_owner_id IS NOT NULL)
UNION ALL SELECT 'deputy', workflow_id FROM register_entries WHERE (trim(deputy) <> '') <> (deputy_id IS NOT NULL)
UNION ALL SELECT 'dependency', id FROM data_dependencies WHERE (trim(owner) <> '') <> (owner_id IS NOT NULL)
UNION ALL SELECT 'document', id FROM documents WHERE (trim(verifier) <> '') <> (verifier_id IS NOT NULL)
UNION ALL SELECT 'action', id FROM actions WHERE state = 'open' AND (trim(who) <> '') <> (who_id IS NOT NULL)
UNION ALL SELECT 'workflow', w.id FROM workflows w JOIN people p ON p.id = w.process_owner_id
  WHERE p.name <> trim(w.process_owner) COLLATE NOCASE
UNION ALL SELECT 'document', d.id FROM documents d JOIN people p ON p.id = d.verifier_id
  WHERE p.name <> trim(d.verifier) COLLATE NOCASE
`,
}
