-- check: unresolved-name
-- severity: warning
-- message: {found} is no known {kind}
-- A name that fits no member or partner: it waits for a decision. Honorary members are in no register.
SELECT report_id, 'resolution' AS table_name, resolution_id AS row_id,
       report_id || '/' || kind || '/' || raw AS key,
       may_be AS expected, raw AS found, kind, document_id, line_no
FROM doubtful_name
WHERE status = 'unresolved'
  AND resolution_id NOT IN (SELECT resolution_id FROM report_member WHERE status = 'honorary')
