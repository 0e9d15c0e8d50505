-- check: new-member-count
-- severity: warning
-- message: the text says {printed}; {held}
-- Counts of new members, held against the members that joined since the report before: no more than
-- those, and just as many when that report ends the day before this one begins.
WITH series AS (
    SELECT report_id, period_start,
           lag(report_id) OVER (ORDER BY period_start, report_id) AS before,
           lag(period_end) OVER (ORDER BY period_start, report_id) AS before_end
    FROM report
    WHERE report_id IN (SELECT report_id FROM report_member)
),
held AS (
    SELECT c.*, s.before, date(s.before_end, '+1 day') = s.period_start AS next,
           (SELECT count(DISTINCT m.member_id) FROM mention AS m
            WHERE m.report_id = c.report_id AND m.list = 'region' AND NOT EXISTS (
                SELECT 1 FROM possible AS old
                WHERE old.report_id = s.before AND old.member_id = m.member_id
                  AND old.list = 'region'
            )) AS joined
    FROM claim AS c
    JOIN series AS s USING (report_id)
    WHERE c.counted = 'new members' AND s.before IS NOT NULL
)
SELECT report_id, 'claim' AS table_name, report_id || '/' || position AS row_id,
       'printed' AS field, coalesce(activity_id, report_id) || '/' || printed AS key, printed,
       joined AS expected, number AS found,
       'the regions list ' || joined || ' that ' || before || ' did not' AS held
FROM held
WHERE number > joined OR (next AND number <> joined)
