-- check: unclaimed-line
-- severity: warning
-- message: no record, heading, label, furniture or caption claims line {line_no}
-- A printed line that nothing accounts for.
SELECT d.report_id, 'line' AS table_name, l.document_id || '/' || l.line_no AS row_id,
       coalesce(d.report_id || '/', '')
           || CASE d.status WHEN 'edition' THEN substr(l.document_id, 1, 12) || '/' ELSE '' END
           || l.line_no AS key,
       l.document_id, l.line_no, NULL AS expected, l.text AS found
FROM line AS l
JOIN (SELECT DISTINCT document_id, report_id, status FROM document
      WHERE status IN ('loaded', 'edition')) AS d USING (document_id)
WHERE l.role = 'unclaimed'
