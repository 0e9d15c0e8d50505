-- check: member-not-in-region
-- severity: warning
-- message: {found} ({places}) stands in no list of members by region
-- A member that activities, the summary, meetings or seats name and no region lists. One finding
-- per member. Silent when the report has no lists by region.
WITH missing AS (
    SELECT m.*, row_number() OVER (
               PARTITION BY m.report_id, m.member_id
               ORDER BY m.list, m.list_id, m.position
           ) AS nth
    FROM mention AS m
    WHERE m.list <> 'region' AND m.member_id IS NOT NULL
      AND EXISTS (SELECT 1 FROM mention AS r WHERE r.report_id = m.report_id AND r.list = 'region')
      AND NOT EXISTS (
          SELECT 1 FROM possible AS r
          WHERE r.report_id = m.report_id AND r.list = 'region' AND r.member_id = m.member_id
      )
)
SELECT m.report_id, m.table_name, m.row_id,
       CASE m.list WHEN 'seat' THEN 'title' ELSE 'raw' END AS field,
       m.report_id || '/' || m.member_id AS key,
       'in the list of ' || r.region AS expected, m.raw AS found,
       (SELECT group_concat(list, ', ') FROM (
            SELECT DISTINCT o.list FROM mention AS o
            WHERE o.report_id = m.report_id AND o.member_id = m.member_id ORDER BY o.list
        )) AS places
FROM missing AS m
JOIN member AS r USING (member_id)
WHERE m.nth = 1
