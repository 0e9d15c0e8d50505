-- check: told-twice
-- severity: warning
-- message: "{title}" tells what "{other}" tells
-- Two activities of one report on days that meet, with the same title or with prose of which four
-- fifths is the same.
SELECT two.report_id, 'activity' AS table_name, two.activity_id AS row_id, 'title' AS field,
       'told once' AS expected, two.title AS found, two.title, one.title AS other,
       'activity' AS against_table, one.activity_id AS against_row, 'title' AS against_field
FROM activity AS one
JOIN activity AS two ON two.report_id = one.report_id AND two.position > one.position
WHERE one.date_start <= two.date_end AND two.date_start <= one.date_end
  AND (fold(one.title) = fold(two.title) OR likeness(one.narrative, two.narrative) >= 0.8)
