-- check: ambiguous-name
-- severity: warning
-- message: {found} may be {expected}
-- A name that fits more than one member: it waits for a decision.
SELECT report_id, 'resolution' AS table_name, resolution_id AS row_id,
       report_id || '/' || kind || '/' || raw AS key,
       may_be AS expected, raw AS found, document_id, line_no
FROM doubtful_name
WHERE status = 'ambiguous'
