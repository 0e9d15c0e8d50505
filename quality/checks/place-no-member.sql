-- check: place-no-member
-- severity: warning
-- message: {found} is a place, but no member
-- A real city that is no member, in a list of members.
SELECT report_id, 'resolution' AS table_name, resolution_id AS row_id,
       report_id || '/' || kind || '/' || raw AS key,
       may_be AS expected, raw AS found, document_id, line_no
FROM doubtful_name
WHERE status = 'place'
