-- check: code-twice
-- severity: warning
-- message: {found} stands {times} times in one list of the activity
-- An outcome or a challenge listed more than once in one activity.
WITH code AS (
    SELECT activity_id, position, code, 'activity_outcome' AS table_name FROM activity_outcome
    UNION ALL
    SELECT activity_id, position, code, 'activity_challenge' FROM activity_challenge
)
SELECT a.report_id, c.table_name, c.activity_id || '/' || max(c.position) AS row_id,
       'code' AS field, c.activity_id || '/' || c.code AS key,
       'once' AS expected, c.code AS found, count(*) AS times
FROM code AS c
JOIN activity AS a USING (activity_id)
GROUP BY c.table_name, c.activity_id, c.code
HAVING count(*) > 1
