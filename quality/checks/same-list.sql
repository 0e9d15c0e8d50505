-- check: same-list
-- severity: warning
-- message: "{title}" and "{other}" list the same {found} members
-- Two activities of one report with the same members, four or more: perhaps a list copied.
WITH list AS (
    SELECT m.report_id, m.list_id AS activity_id, count(*) AS names,
           group_concat(m.name, '|') AS named
    FROM (SELECT DISTINCT report_id, list_id, coalesce(member_id, fold(raw)) AS name FROM mention
          WHERE list = 'activity' ORDER BY 1, 2, 3) AS m
    GROUP BY m.report_id, m.list_id
)
SELECT two.report_id, 'activity_member' AS table_name, two.activity_id || '/1' AS row_id,
       'raw' AS field, two.activity_id AS key,
       'lists of their own' AS expected, two.names AS found, a.title, b.title AS other,
       'activity_member' AS against_table, one.activity_id || '/1' AS against_row,
       'raw' AS against_field
FROM list AS one
JOIN list AS two USING (report_id, named)
JOIN activity AS b ON b.activity_id = one.activity_id
JOIN activity AS a ON a.activity_id = two.activity_id
WHERE b.position < a.position AND one.names >= 4
