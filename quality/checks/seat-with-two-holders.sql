-- check: seat-with-two-holders
-- severity: warning
-- message: {raw} and {other} hold "{title}" at once
-- Two people in one seat of the board on the same days, or without any days.
WITH holder AS (
    SELECT *, row_number() OVER seat AS nth, lead(raw) OVER seat AS other,
           lead(date_from) OVER seat AS other_from, lead(position) OVER seat AS other_position
    FROM appointment
    WHERE body = 'board' AND title IS NOT NULL
    WINDOW seat AS (
        PARTITION BY report_id, region, role, title
        ORDER BY coalesce(date_from, date_until), position
    )
)
SELECT report_id, 'appointment' AS table_name, report_id || '/' || position AS row_id,
       'raw' AS field, report_id || '/' || raw AS key, raw, other, title,
       'one holder at a time' AS expected, raw || ' and ' || other AS found,
       'appointment' AS against_table, report_id || '/' || other_position AS against_row,
       'raw' AS against_field
FROM holder
WHERE other IS NOT NULL AND (date_until IS NULL OR other_from IS NULL OR other_from < date_until)
