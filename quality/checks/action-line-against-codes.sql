-- check: action-line-against-codes
-- severity: warning
-- message: the activity stands under {expected}, its outcomes are of {found}
-- An activity whose outcomes name another action line more often than its own.
WITH counted AS (
    SELECT o.activity_id, l.code AS line, count(*) AS times
    FROM activity_outcome AS o
    JOIN activity AS a USING (activity_id)
    JOIN action_line AS l ON l.report_id = a.report_id AND o.code GLOB l.code || '[^0-9]*'
    GROUP BY o.activity_id, l.code
)
SELECT a.report_id, 'activity' AS table_name, a.activity_id AS row_id, 'title' AS field,
       a.action_line AS expected, other.line AS found,
       'activity_outcome' AS against_table, a.activity_id || '/1' AS against_row,
       'code' AS against_field
FROM activity AS a
JOIN counted AS other USING (activity_id)
LEFT JOIN counted AS own ON own.activity_id = a.activity_id AND own.line = a.action_line
WHERE other.line <> a.action_line AND other.times > coalesce(own.times, 0)
