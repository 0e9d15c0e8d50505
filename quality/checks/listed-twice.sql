-- check: listed-twice
-- severity: warning
-- message: {found}: {name} stands twice in one list
-- A member named more than once in one region, activity, summary, or month of meetings, or listed
-- under two regions.
SELECT m.report_id, m.table_name, max(m.row_id) AS row_id, 'raw' AS field,
       coalesce(m.list_id, m.report_id) || '/' || m.list || '/' || m.member_id AS key,
       'once' AS expected, group_concat(m.raw, ', ') AS found, r.name,
       m.table_name AS against_table, min(m.row_id) AS against_row, 'raw' AS against_field
FROM mention AS m
JOIN member AS r USING (member_id)
WHERE m.list <> 'seat'
GROUP BY m.report_id, m.list, CASE m.list WHEN 'region' THEN '' ELSE m.list_id END, m.member_id
HAVING count(*) > 1
