-- check: unaccented-name
-- severity: note
-- message: {name} is printed without its accents: {found}
-- A member or a person whose name is printed without accents, and is else the canonical name.
WITH named AS (
    SELECT m.report_id, m.raw, r.name, r.member_id AS id, m.table_name, m.row_id
    FROM mention AS m JOIN member AS r USING (member_id)
    WHERE m.list <> 'seat'
    UNION ALL
    SELECT a.report_id, a.raw, p.name, p.person_id, 'appointment', a.report_id || '/' || a.position
    FROM appointment AS a JOIN person AS p USING (person_id)
),
bare AS (
    SELECT report_id, name, id, raw, count(*) AS times, table_name, min(row_id) AS row_id
    FROM named
    WHERE fold(raw) = fold(name) AND unaccented(name) <> name AND unaccented(raw) = raw
    GROUP BY report_id, id, raw
    ORDER BY raw
)
SELECT report_id, table_name, min(row_id) AS row_id, 'raw' AS field, report_id || '/' || id AS key,
       name AS expected, name, group_concat(raw || ' (' || times || ')', ', ') AS found
FROM bare
GROUP BY report_id, id
