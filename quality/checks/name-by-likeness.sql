-- check: name-by-likeness
-- severity: warning
-- message: {found} was taken for {expected} by likeness ({score} of 100)
-- A name that fits no known spelling and was settled by its nearness to one: perhaps a misprint.
SELECT r.report_id, 'resolution' AS table_name, r.resolution_id AS row_id,
       r.report_id || '/' || r.raw AS key,
       coalesce(m.name, p.name) AS expected, r.raw AS found, r.score,
       (SELECT e.document_id FROM printed_name AS e WHERE e.resolution_id = r.resolution_id)
           AS document_id,
       (SELECT e.line_no FROM printed_name AS e WHERE e.resolution_id = r.resolution_id) AS line_no
FROM resolution AS r
LEFT JOIN member AS m USING (member_id)
LEFT JOIN partner AS p USING (partner_id)
WHERE r.method = 'fuzzy' AND r.status = 'resolved'
