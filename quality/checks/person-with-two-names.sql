-- check: person-with-two-names
-- severity: note
-- message: {raw} and {other} hold the same seat and may be one person
-- Two names alike, or the same words in another order, for the seat of one member in two reports:
-- counted as two people until somebody joins them.
WITH holder AS (
    SELECT person_id, member_id, min(raw) AS raw, min(report_id) AS first, max(report_id) AS last
    FROM appointment
    WHERE body = 'board' AND member_id IS NOT NULL
    GROUP BY person_id, member_id
)
SELECT later.first AS report_id, 'appointment' AS table_name,
       a.report_id || '/' || a.position AS row_id, 'raw' AS field,
       later.first || '/' || later.person_id AS key, a.raw, earlier.raw AS other,
       earlier.raw AS expected, a.raw AS found,
       'appointment' AS against_table, b.report_id || '/' || b.position AS against_row,
       'raw' AS against_field
FROM holder AS earlier
JOIN holder AS later
  ON later.member_id = earlier.member_id AND later.person_id <> earlier.person_id
 AND later.first > earlier.last
JOIN appointment AS a
  ON a.report_id = later.first AND a.person_id = later.person_id AND a.body = 'board'
JOIN appointment AS b
  ON b.report_id = earlier.last AND b.person_id = earlier.person_id AND b.body = 'board'
WHERE alike(earlier.raw, later.raw) >= 90
