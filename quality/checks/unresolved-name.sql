-- check: unresolved-name
-- severity: warning
-- message: {found} is no known {kind}
-- A name that fits no member or partner: it waits for a decision. Honorary members are in no register.
SELECT r.report_id, 'resolution' AS table_name, r.resolution_id AS row_id,
       r.report_id || '/' || r.kind || '/' || r.raw AS key, r.kind, r.raw AS found,
       coalesce((SELECT group_concat(c.value ->> 'name', ' or ') FROM json_each(r.candidates) AS c),
                'a known ' || r.kind) AS expected,
       (SELECT e.document_id FROM printed_name AS e WHERE e.resolution_id = r.resolution_id)
           AS document_id,
       (SELECT e.line_no FROM printed_name AS e WHERE e.resolution_id = r.resolution_id) AS line_no
FROM resolution AS r
WHERE r.status = 'unresolved'
  AND r.resolution_id NOT IN (
      SELECT h.resolution_id FROM report_member AS h WHERE h.status = 'honorary'
  )
