-- check: document-rejected
-- severity: error
-- message: {found}: {reason}
-- A file that was offered and could not be loaded.
SELECT NULL AS report_id, 'document' AS table_name, document_id || '/' || path AS row_id,
       path AS key, 'a report' AS expected, path AS found, reason
FROM document
WHERE status = 'rejected'
