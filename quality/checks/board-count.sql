-- check: board-count
-- severity: warning
-- message: the text says {printed}; {held}
-- Counts of board members. Of two numbers in one activity the larger is the board, held against
-- its seats, and the smaller those present, held against the activity's list. One number alone
-- may be either.
WITH stated AS (
    SELECT c.*, max(c.number) OVER place AS high, min(c.number) OVER place AS low
    FROM claim AS c
    WHERE c.counted = 'board members'
    WINDOW place AS (PARTITION BY c.report_id, c.activity_id)
),
held AS (
    SELECT s.*,
           (SELECT count(*) FROM seat AS b WHERE b.report_id = s.report_id) AS seats,
           (SELECT count(DISTINCT coalesce(m.member_id, fold(m.raw))) FROM mention AS m
            WHERE m.report_id = s.report_id AND m.list = 'activity'
              AND m.list_id = s.activity_id) AS listed
    FROM stated AS s
),
against AS (
    SELECT *, CASE
        WHEN high > low AND number = high THEN 'seats'
        WHEN high > low OR seats = 0 THEN 'listed'
        WHEN listed = 0 OR abs(number - seats) <= abs(number - listed) THEN 'seats'
        ELSE 'listed' END AS which
    FROM held
)
SELECT report_id, 'claim' AS table_name, report_id || '/' || position AS row_id,
       'printed' AS field, coalesce(activity_id, report_id) || '/' || printed AS key, printed,
       CASE which WHEN 'seats' THEN seats ELSE listed END AS expected, number AS found,
       CASE which WHEN 'seats' THEN 'the board has ' || seats || ' seats'
                  ELSE 'the activity lists ' || listed END AS held,
       CASE which WHEN 'listed' THEN 'activity_member' END AS against_table,
       activity_id || '/1' AS against_row, 'raw' AS against_field
FROM against
WHERE (which = 'seats' AND seats > 0 AND number <> seats)
   OR (which = 'listed' AND listed > 0 AND number <> listed)
