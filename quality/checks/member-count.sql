-- check: member-count
-- severity: warning
-- message: the text says {printed}; {held}
-- Counts of members: of the network, held against the lists by region, or of those who took part,
-- held against the activity's list; the nearer of the two. A count outside activities is of the
-- network when it is at least half of it.
WITH held AS (
    SELECT c.*,
           (SELECT count(DISTINCT coalesce(m.member_id, fold(m.raw))) FROM mention AS m
            WHERE m.report_id = c.report_id AND m.list = 'region') AS network,
           (SELECT count(DISTINCT coalesce(m.member_id, fold(m.raw))) FROM mention AS m
            WHERE m.report_id = c.report_id AND m.list = 'activity'
              AND m.list_id = c.activity_id) AS listed
    FROM claim AS c
    WHERE c.counted = 'members'
),
against AS (
    SELECT *, CASE
        WHEN 2 * number >= network AND network > 0
             AND (listed = 0 OR abs(number - network) < abs(number - listed)) THEN 'network'
        WHEN listed > 0 THEN 'listed' END AS which
    FROM held
)
SELECT report_id, 'claim' AS table_name, report_id || '/' || position AS row_id,
       'printed' AS field, coalesce(activity_id, report_id) || '/' || printed AS key, printed,
       CASE which WHEN 'network' THEN network ELSE listed END AS expected, number AS found,
       CASE which WHEN 'network' THEN 'the regions list ' || network
                  ELSE 'the activity lists ' || listed END AS held,
       CASE which WHEN 'listed' THEN 'activity_member' END AS against_table,
       activity_id || '/1' AS against_row, 'raw' AS against_field
FROM against
WHERE (which = 'network' AND number <> network) OR (which = 'listed' AND number <> listed)
