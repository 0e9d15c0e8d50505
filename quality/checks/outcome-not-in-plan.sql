-- check: outcome-not-in-plan
-- severity: warning
-- message: outcome {found} is not among the plan items that the report lists
-- A code used by an activity and defined nowhere in the report. Silent when it lists no plan.
SELECT a.report_id, 'activity_outcome' AS table_name,
       o.activity_id || '/' || o.position AS row_id, 'code' AS field,
       o.activity_id || '/' || o.code AS key,
       'a code of the plan ' || r.plan_id AS expected, o.raw AS found
FROM activity_outcome AS o
JOIN activity AS a USING (activity_id)
JOIN report AS r USING (report_id)
WHERE EXISTS (SELECT 1 FROM report_plan_item AS i WHERE i.report_id = a.report_id)
  AND NOT EXISTS (
      SELECT 1 FROM report_plan_item AS i WHERE i.report_id = a.report_id AND i.code = o.code
  )
