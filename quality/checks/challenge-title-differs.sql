-- check: challenge-title-differs
-- severity: warning
-- message: challenge {code} is called {found} here, {expected} in the list
-- A challenge that an activity gives other words than the report's own list.
SELECT a.report_id, 'activity_challenge' AS table_name,
       c.activity_id || '/' || c.position AS row_id, 'raw' AS field,
       c.activity_id || '/' || c.code AS key, c.code,
       l.title AS expected, ltrim(substr(c.raw, length(c.code) + 1)) AS found,
       'report_challenge' AS against_table,
       l.report_id || '/' || l.plan_id || '/' || l.code AS against_row, 'title' AS against_field
FROM activity_challenge AS c
JOIN activity AS a USING (activity_id)
JOIN report_challenge AS l ON l.report_id = a.report_id AND l.code = c.code
WHERE c.raw <> c.code AND fold(c.raw) <> fold(c.code || ' ' || l.title)
