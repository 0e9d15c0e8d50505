-- check: activated-without-activity
-- severity: note
-- message: {found} in the summary: in no activity and no meeting
-- A member of the summary that no activity and no meeting names. A summary of which more than a
-- quarter is so counts something else beside them: then all are one finding.
WITH summary AS (
    SELECT m.*, count(*) OVER (PARTITION BY m.report_id) AS listed FROM mention AS m
    WHERE m.list = 'summary'
),
alone AS (
    SELECT s.*, count(*) OVER (PARTITION BY s.report_id) AS missing
    FROM summary AS s
    WHERE s.member_id IS NOT NULL
      AND EXISTS (SELECT 1 FROM mention AS a WHERE a.report_id = s.report_id AND a.list = 'activity')
      AND NOT EXISTS (
          SELECT 1 FROM possible AS a
          WHERE a.report_id = s.report_id AND a.member_id = s.member_id
            AND a.list IN ('activity', 'meeting')
      )
)
SELECT report_id, table_name, row_id, 'raw' AS field, report_id || '/' || member_id AS key,
       'in an activity or a meeting' AS expected, raw AS found
FROM alone
WHERE 4 * missing <= listed
UNION ALL
SELECT report_id, table_name, min(row_id), 'raw', report_id || '/summary',
       'each of ' || listed || ' in an activity or a meeting',
       count(*) || ' members (' || group_concat(raw, ', ') || ')'
FROM (SELECT * FROM alone ORDER BY report_id, raw)
WHERE 4 * missing > listed
GROUP BY report_id
