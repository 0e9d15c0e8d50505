-- check: activity-ends-before-start
-- severity: error
-- message: the activity ends before it starts
-- Dates in the wrong order, as printed.
SELECT report_id, 'activity' AS table_name, activity_id AS row_id, 'date_text' AS field,
       'an end after ' || date_start AS expected, date_end AS found
FROM activity
WHERE date_end < date_start
