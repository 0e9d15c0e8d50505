-- check: counts-differ
-- severity: warning
-- message: the text says {printed} here and {expected} elsewhere
-- One report that counts its new members, or the whole network, in two ways.
WITH network AS (
    SELECT report_id, count(DISTINCT coalesce(member_id, fold(raw))) AS members
    FROM mention WHERE list = 'region' GROUP BY report_id
),
counted AS (
    SELECT c.* FROM claim AS c
    LEFT JOIN network AS n USING (report_id)
    WHERE c.counted = 'new members' OR (c.counted = 'members' AND 2 * c.number >= n.members)
),
first AS (
    SELECT report_id, counted, printed, number, min(position) AS position
    FROM counted GROUP BY report_id, counted
)
SELECT c.report_id, 'claim' AS table_name, c.report_id || '/' || c.position AS row_id,
       'printed' AS field, coalesce(c.activity_id, c.report_id) || '/' || c.printed AS key,
       c.printed, f.printed AS expected, c.printed AS found,
       'claim' AS against_table, c.report_id || '/' || f.position AS against_row,
       'printed' AS against_field
FROM counted AS c
JOIN first AS f USING (report_id, counted)
WHERE c.number <> f.number
