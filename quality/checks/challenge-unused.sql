-- check: challenge-unused
-- severity: note
-- message: challenge {found} is listed as addressed, but no activity names it
-- A challenge of the list that no activity has.
SELECT l.report_id, 'report_challenge' AS table_name,
       l.report_id || '/' || l.plan_id || '/' || l.code AS row_id, 'code' AS field,
       'an activity with ' || l.code AS expected, l.code || ' ' || l.title AS found
FROM report_challenge AS l
WHERE EXISTS (
      SELECT 1 FROM activity_challenge AS c JOIN activity AS a USING (activity_id)
      WHERE a.report_id = l.report_id
  )
  AND NOT EXISTS (
      SELECT 1 FROM activity_challenge AS c JOIN activity AS a USING (activity_id)
      WHERE a.report_id = l.report_id AND c.code = l.code
  )
