-- check: country-count
-- severity: warning
-- message: the text says {printed}; the members listed are of {expected}
-- A count of countries below the number of countries of the members that the activity lists.
WITH held AS (
    SELECT c.*, (
        SELECT count(DISTINCT r.country) FROM mention AS m JOIN member AS r USING (member_id)
        WHERE m.report_id = c.report_id AND m.list = 'activity' AND m.list_id = c.activity_id
    ) AS listed
    FROM claim AS c
    WHERE c.counted = 'countries'
)
SELECT report_id, 'claim' AS table_name, report_id || '/' || position AS row_id,
       'printed' AS field, activity_id || '/' || printed AS key, printed,
       listed AS expected, number AS found,
       'activity_member' AS against_table, activity_id || '/1' AS against_row,
       'raw' AS against_field
FROM held
WHERE number < listed
