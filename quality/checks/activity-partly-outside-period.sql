-- check: activity-partly-outside-period
-- severity: note
-- message: the activity lies partly outside the period of its report
-- An activity that begins before the period or goes on after it.
SELECT a.report_id, 'activity' AS table_name, a.activity_id AS row_id, 'date_text' AS field,
       r.period_start || ' to ' || r.period_end AS expected, a.date_text AS found
FROM activity AS a
JOIN report AS r USING (report_id)
WHERE (a.date_start < r.period_start AND a.date_end BETWEEN r.period_start AND r.period_end)
   OR (a.date_end > r.period_end AND a.date_start BETWEEN r.period_start AND r.period_end)
   OR (a.date_start < r.period_start AND a.date_end > r.period_end)
