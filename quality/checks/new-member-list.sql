-- check: new-member-list
-- severity: warning
-- message: the text says {printed}; the activity lists {expected}
-- An activity that tells of new members and lists another number of members. A list of more than
-- twice the number is of those who took part.
WITH listed AS (
    SELECT m.report_id, m.list_id AS activity_id,
           count(DISTINCT coalesce(m.member_id, fold(m.raw))) AS names
    FROM mention AS m
    WHERE m.list = 'activity'
    GROUP BY m.report_id, m.list_id
)
SELECT c.report_id, 'claim' AS table_name, c.report_id || '/' || c.position AS row_id,
       'printed' AS field, c.activity_id || '/' || c.printed AS key, c.printed,
       l.names AS expected, c.number AS found,
       'activity_member' AS against_table, c.activity_id || '/1' AS against_row,
       'raw' AS against_field
FROM claim AS c
JOIN listed AS l USING (report_id, activity_id)
WHERE c.counted = 'new members' AND c.number <> l.names AND 2 * c.number >= l.names
