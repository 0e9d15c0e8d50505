-- check: city-count
-- severity: note
-- message: the text says {printed}; the activity lists {expected} members
-- A count of cities below the number of members that the activity lists. A larger one may count
-- cities that are no members.
WITH held AS (
    SELECT c.*, max(c.number) OVER (PARTITION BY c.activity_id) AS high,
           (SELECT count(DISTINCT coalesce(m.member_id, fold(m.raw))) FROM mention AS m
            WHERE m.report_id = c.report_id AND m.list = 'activity'
              AND m.list_id = c.activity_id) AS listed
    FROM claim AS c
    WHERE c.counted = 'cities' AND c.activity_id IS NOT NULL
)
SELECT report_id, 'claim' AS table_name, report_id || '/' || position AS row_id,
       'printed' AS field, activity_id || '/' || printed AS key, printed,
       listed AS expected, number AS found,
       'activity_member' AS against_table, activity_id || '/1' AS against_row,
       'raw' AS against_field
FROM held
WHERE number = high AND number < listed
