-- check: action-line-from-neighbours
-- severity: note
-- message: the outcomes ({found}) name no one action line; {expected} is that of the activities beside it
-- An activity whose action line is neither printed nor told by its outcomes.
SELECT a.report_id, 'activity_outcome' AS table_name, a.activity_id || '/1' AS row_id,
       'code' AS field, a.activity_id AS key, a.action_line AS expected,
       (SELECT group_concat(o.code, ', ') FROM activity_outcome AS o
        WHERE o.activity_id = a.activity_id) AS found,
       'activity' AS against_table, a.activity_id AS against_row, 'title' AS against_field
FROM activity AS a
WHERE a.action_line_basis = 'neighbours'
  AND EXISTS (SELECT 1 FROM activity_outcome AS o WHERE o.activity_id = a.activity_id)
