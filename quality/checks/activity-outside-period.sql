-- check: activity-outside-period
-- severity: warning
-- message: the activity took place outside the period of its report
-- An activity of which no day lies in the period.
SELECT a.report_id, 'activity' AS table_name, a.activity_id AS row_id, 'date_text' AS field,
       r.period_start || ' to ' || r.period_end AS expected, a.date_text AS found
FROM activity AS a
JOIN report AS r USING (report_id)
WHERE a.date_start <= a.date_end AND (a.date_end < r.period_start OR a.date_start > r.period_end)
