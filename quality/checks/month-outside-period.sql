-- check: month-outside-period
-- severity: warning
-- message: listed under a month outside the period of the report
-- A mention in the media or a meeting under a month that the report does not cover.
WITH listed AS (
    SELECT report_id, 'media_mention' AS table_name, position, month, month_text, outlet AS name
    FROM media_mention
    UNION ALL
    SELECT report_id, 'bilateral_meeting', position, month, month_text, raw FROM bilateral_meeting
)
SELECT l.report_id, l.table_name, l.report_id || '/' || l.position AS row_id, 'month' AS field,
       l.table_name || '/' || l.month || '/' || l.name AS key,
       substr(r.period_start, 1, 7) || ' to ' || substr(r.period_end, 1, 7) AS expected,
       l.month_text AS found
FROM listed AS l
JOIN report AS r USING (report_id)
WHERE l.month NOT BETWEEN substr(r.period_start, 1, 7) AND substr(r.period_end, 1, 7)
