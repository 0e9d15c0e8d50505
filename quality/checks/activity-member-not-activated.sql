-- check: activity-member-not-activated
-- severity: warning
-- message: {found} takes part in "{title}", but the summary lacks it
-- A member in the list of an activity and not in the report's own summary of activated members.
WITH missing AS (
    SELECT m.*, a.title, row_number() OVER (
               PARTITION BY m.report_id, m.member_id ORDER BY a.position, m.position
           ) AS nth
    FROM mention AS m
    JOIN activity AS a ON a.activity_id = m.list_id
    WHERE m.list = 'activity' AND m.member_id IS NOT NULL
      AND EXISTS (SELECT 1 FROM report_activated_member AS s WHERE s.report_id = m.report_id)
      AND NOT EXISTS (
          SELECT 1 FROM possible AS s
          WHERE s.report_id = m.report_id AND s.list = 'summary' AND s.member_id = m.member_id
      )
)
SELECT report_id, table_name, row_id, 'raw' AS field, report_id || '/' || member_id AS key,
       'in the summary' AS expected, raw AS found, title
FROM missing
WHERE nth = 1
