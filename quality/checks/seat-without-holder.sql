-- check: seat-without-holder
-- severity: warning
-- message: nobody holds "{title}" from {found}
-- A seat of the board that is left and not taken again: until its holder's last day, and not from
-- that day or the next by the one who follows.
WITH holder AS (
    SELECT *, row_number() OVER seat AS nth, lead(date_from) OVER seat AS next_from,
           lead(raw) OVER seat AS next_raw
    FROM appointment
    WHERE body = 'board'
    WINDOW seat AS (
        PARTITION BY report_id, region, role, coalesce(title, raw)
        ORDER BY coalesce(date_from, date_until), position
    )
)
SELECT report_id, 'appointment' AS table_name, report_id || '/' || position AS row_id,
       'date_until' AS field, report_id || '/' || raw AS key, coalesce(title, raw) AS title,
       'a holder from ' || date_until AS expected,
       date_until || coalesce(' to ' || next_from, '') AS found
FROM holder
WHERE date_until IS NOT NULL
  AND (next_from > date(date_until, '+1 day') OR next_raw IS NULL)
