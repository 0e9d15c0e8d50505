-- What many checks ask, worked out once. Checks may read these tables like those of the ledger.

-- The lines between the first of an activity and the next activity or section heading:
-- its fields, its prose and the pictures and posters that stand beside them.
DROP TABLE IF EXISTS temp.activity_block;
CREATE TEMP TABLE activity_block AS
WITH printed AS (
    SELECT a.activity_id, a.report_id, e.document_id,
           min(e.line_no) AS first_line, max(e.line_no) AS last_line
    FROM activity AS a
    JOIN evidence AS e ON e.table_name = 'activity' AND e.row_id = a.activity_id
    GROUP BY a.activity_id, e.document_id
),
bounded AS (
    SELECT *,
           lead(first_line, 1, 1e9) OVER (PARTITION BY document_id ORDER BY first_line) AS next,
           coalesce((
               SELECT l.line_no FROM line AS l
               WHERE l.document_id = p.document_id AND l.line_no > p.last_line
                 AND l.role = 'heading'
               ORDER BY l.line_no LIMIT 1
           ), 1e9) AS section
    FROM printed AS p
)
SELECT activity_id, report_id, document_id, first_line,
       CAST(min(next, section) AS INTEGER) - 1 AS last_line
FROM bounded;

-- What a report says in whole sentences.
DROP VIEW IF EXISTS temp.prose;
CREATE TEMP VIEW prose AS
SELECT report_id, 'activity' AS table_name, activity_id AS row_id, 'narrative' AS field,
       narrative AS text
FROM activity
UNION ALL
SELECT report_id, 'note', report_id, 'text', text FROM note
UNION ALL
SELECT report_id, 'passage', report_id || '/' || position, 'text', text FROM passage;

-- Every place where a report names a member. list says where: region, activity, summary, meeting,
-- seat; list_id which of them.
DROP TABLE IF EXISTS temp.mention;
CREATE TEMP TABLE mention AS
SELECT rm.report_id, 'region' AS list, rm.region AS list_id, rm.raw, rm.member_id, rm.resolution_id,
       'report_member' AS table_name, rm.report_id || '/' || rm.position AS row_id, rm.position
FROM report_member AS rm
WHERE rm.status = 'member'
UNION ALL
SELECT a.report_id, 'activity', am.activity_id, am.raw, am.member_id, am.resolution_id,
       'activity_member', am.activity_id || '/' || am.position, am.position
FROM activity_member AS am
JOIN activity AS a USING (activity_id)
UNION ALL
SELECT s.report_id, 'summary', NULL, s.raw, s.member_id, s.resolution_id,
       'report_activated_member', s.report_id || '/' || s.position, s.position
FROM report_activated_member AS s
UNION ALL
SELECT b.report_id, 'meeting', b.month || ' ' || b.mode, b.raw, b.member_id, b.resolution_id,
       'bilateral_meeting', b.report_id || '/' || b.position, b.position
FROM bilateral_meeting AS b
UNION ALL
SELECT p.report_id, 'seat', p.region, p.title, p.member_id, NULL,
       'appointment', p.report_id || '/' || p.position, p.position
FROM appointment AS p
WHERE p.body = 'board' AND p.member_id IS NOT NULL;
CREATE INDEX temp.mention_list ON mention (report_id, list, list_id);
CREATE INDEX temp.mention_member ON mention (report_id, member_id);

-- The members that each list may name: those it names, and the candidates of an ambiguous name.
DROP TABLE IF EXISTS temp.possible;
CREATE TEMP TABLE possible AS
SELECT report_id, list, list_id, member_id FROM mention WHERE member_id IS NOT NULL
UNION
SELECT m.report_id, m.list, m.list_id, c.value ->> 'id'
FROM mention AS m
JOIN resolution AS r USING (resolution_id)
JOIN json_each(r.candidates) AS c
WHERE r.status = 'ambiguous';
CREATE INDEX temp.possible_member ON possible (report_id, member_id, list);

-- The seats of the board of a report: people who follow each other share one.
DROP TABLE IF EXISTS temp.seat;
CREATE TEMP TABLE seat AS
SELECT report_id, region, role, coalesce(title, raw) AS title, count(*) AS holders,
       min(report_id || '/' || position) AS row_id
FROM appointment
WHERE body = 'board'
GROUP BY report_id, region, role, coalesce(title, raw);
CREATE INDEX temp.seat_report ON seat (report_id);

-- The names in doubt, and those that were settled by likeness alone (status resolved, with a name):
-- what each may be, and the first line on which it is printed.
DROP TABLE IF EXISTS temp.doubtful_name;
CREATE TEMP TABLE doubtful_name AS
WITH named AS (
    SELECT resolution_id, table_name, row_id FROM mention WHERE resolution_id IS NOT NULL
    UNION ALL
    SELECT resolution_id, 'activity_alliance', activity_id || '/' || position
    FROM activity_alliance
)
SELECT r.report_id, r.resolution_id, r.kind, r.raw, r.status, r.score,
       coalesce(m.name, p.name) AS name,
       coalesce(
           (SELECT group_concat(c.value ->> 'name', ' or ') FROM json_each(r.candidates) AS c),
           'a known ' || r.kind
       ) AS may_be,
       e.document_id, min(e.line_no) AS line_no
FROM resolution AS r
LEFT JOIN member AS m USING (member_id)
LEFT JOIN partner AS p USING (partner_id)
LEFT JOIN named AS n USING (resolution_id)
LEFT JOIN evidence AS e
    ON e.table_name = n.table_name AND e.row_id = n.row_id AND e.field = 'raw'
WHERE r.status <> 'resolved' OR r.method = 'fuzzy'
GROUP BY r.resolution_id;
