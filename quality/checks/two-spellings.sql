-- check: two-spellings
-- severity: note
-- message: {name} is spelled in {spellings} ways: {found}
-- A member or a partner whose name one report spells in more than one way. Case, accents and
-- misprints have checks of their own.
WITH named AS (
    SELECT m.report_id, 'member' AS kind, m.member_id AS id, m.raw, m.table_name, m.row_id
    FROM mention AS m
    JOIN resolution AS r USING (resolution_id)
    WHERE m.member_id IS NOT NULL AND r.method <> 'fuzzy'
    UNION ALL
    SELECT a.report_id, 'partner', p.partner_id, p.raw,
           'activity_alliance', p.activity_id || '/' || p.position
    FROM activity_alliance AS p
    JOIN activity AS a USING (activity_id)
    WHERE p.partner_id IS NOT NULL
),
spelled AS (
    SELECT report_id, kind, id, fold(raw) AS spelling, min(raw COLLATE NOCASE) AS raw,
           count(*) AS times, table_name, min(row_id) AS row_id,
           row_number() OVER (
               PARTITION BY report_id, kind, id ORDER BY count(*), fold(raw)
           ) AS nth,
           count(*) OVER (PARTITION BY report_id, kind, id) AS spellings
    FROM named
    GROUP BY report_id, kind, id, fold(raw)
)
SELECT s.report_id, s.table_name, s.row_id, 'raw' AS field,
       s.report_id || '/' || s.kind || '/' || s.id AS key,
       coalesce(m.name, p.name) AS expected, coalesce(m.name, p.name) AS name, s.spellings,
       (SELECT group_concat(t.raw || ' (' || t.times || ')', ', ') FROM (
            SELECT * FROM spelled AS u
            WHERE u.report_id = s.report_id AND u.kind = s.kind AND u.id = s.id ORDER BY u.nth
        ) AS t) AS found
FROM spelled AS s
LEFT JOIN member AS m ON s.kind = 'member' AND m.member_id = s.id
LEFT JOIN partner AS p ON s.kind = 'partner' AND p.partner_id = s.id
WHERE s.nth = 1 AND s.spellings > 1
