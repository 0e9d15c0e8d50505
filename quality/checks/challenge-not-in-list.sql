-- check: challenge-not-in-list
-- severity: warning
-- message: challenge {found} is not among those that the report lists
-- A challenge used by an activity and missing from the list. Silent when there is no list.
SELECT a.report_id, 'activity_challenge' AS table_name,
       c.activity_id || '/' || c.position AS row_id, 'code' AS field,
       c.activity_id || '/' || c.code AS key,
       'a challenge of the list' AS expected, c.raw AS found
FROM activity_challenge AS c
JOIN activity AS a USING (activity_id)
WHERE EXISTS (SELECT 1 FROM report_challenge AS l WHERE l.report_id = a.report_id)
  AND NOT EXISTS (
      SELECT 1 FROM report_challenge AS l WHERE l.report_id = a.report_id AND l.code = c.code
  )
