-- check: plan-item-unused
-- severity: note
-- message: deliverable {found} is listed as carried out, but no activity names it
-- A deliverable that the report lists and no activity has among its outcomes.
SELECT i.report_id, 'report_plan_item' AS table_name,
       i.report_id || '/' || i.plan_id || '/' || i.code AS row_id, 'code' AS field,
       'an activity with ' || i.code AS expected, i.code AS found
FROM report_plan_item AS i
JOIN plan_item AS p USING (plan_id, code)
WHERE p.kind = 'deliverable'
  AND EXISTS (
      SELECT 1 FROM activity_outcome AS o JOIN activity AS a USING (activity_id)
      WHERE a.report_id = i.report_id
  )
  AND NOT EXISTS (
      SELECT 1 FROM activity_outcome AS o JOIN activity AS a USING (activity_id)
      WHERE a.report_id = i.report_id AND o.code = i.code
  )
