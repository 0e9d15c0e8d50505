-- check: name-by-likeness
-- severity: warning
-- message: {found} was taken for {expected} by likeness ({score} of 100)
-- A name that fits no known spelling and was settled by its nearness to one: perhaps a misprint.
SELECT report_id, 'resolution' AS table_name, resolution_id AS row_id,
       report_id || '/' || raw AS key,
       name AS expected, raw AS found, score, document_id, line_no
FROM doubtful_name
WHERE status = 'resolved'
