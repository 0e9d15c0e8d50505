-- check: name-in-other-case
-- severity: note
-- message: {found} is elsewhere printed {expected}
-- A challenge or a member printed in another case than in the report's own list; a name in
-- capitals alone is a matter of setting.
WITH named AS (
    SELECT a.report_id, c.raw, l.code || ' ' || l.title AS usual,
           'activity_challenge' AS table_name, c.activity_id || '/' || c.position AS row_id
    FROM activity_challenge AS c
    JOIN activity AS a USING (activity_id)
    JOIN report_challenge AS l ON l.report_id = a.report_id AND l.code = c.code
    UNION ALL
    SELECT m.report_id, m.raw, r.name, m.table_name, m.row_id
    FROM mention AS m JOIN member AS r USING (member_id)
    WHERE m.list <> 'seat' AND m.raw <> upper(m.raw)
)
SELECT report_id, table_name, min(row_id) AS row_id, 'raw' AS field,
       report_id || '/' || raw AS key, usual AS expected, raw AS found
FROM named
WHERE fold(raw) = fold(usual) AND unaccented(raw) <> unaccented(usual)
  AND lower(unaccented(raw)) = lower(unaccented(usual))
GROUP BY report_id, raw
