-- check: misprint-in-prose
-- severity: note
-- message: {found} in the text is perhaps {expected}, misprinted
-- A capitalised word of seven letters or more that is in no name, and but for one letter, or two
-- that have changed places, the name of a member. One finding per report and word.
WITH latin AS MATERIALIZED (
    SELECT member_id, name FROM member
    UNION ALL
    SELECT member_id, name FROM member_name WHERE name GLOB '[A-Z]*'
),
name AS MATERIALIZED (
    SELECT DISTINCT member_id, fold(name) AS folded, substr(fold(name), 1, 1) AS initial,
           length(fold(name)) AS size
    FROM latin
    WHERE name NOT GLOB '* *'
),
word AS MATERIALIZED (
    SELECT p.report_id, p.table_name, p.row_id, p.field, w.value AS word, fold(w.value) AS folded
    FROM prose AS p
    JOIN json_each(capitalised(p.text)) AS w
),
near AS MATERIALIZED (
    SELECT w.folded, min(n.member_id) AS member_id
    FROM (SELECT DISTINCT folded FROM word) AS w
    JOIN name AS n ON n.initial = substr(w.folded, 1, 1)
        AND n.size BETWEEN length(w.folded) - 1 AND length(w.folded) + 1
    WHERE misprint(w.folded, n.folded)
    GROUP BY w.folded
),
other AS (
    SELECT name FROM latin
    UNION ALL SELECT name FROM partner
    UNION ALL SELECT raw FROM appointment
    UNION ALL SELECT title FROM appointment
    UNION ALL SELECT outlet FROM media_mention
)
SELECT w.report_id, w.table_name, w.row_id, w.field, l.document_id,
       min(l.line_no) AS line_no, w.report_id || '/' || w.word AS key,
       m.name AS expected, w.word AS found
FROM near AS d
JOIN word AS w USING (folded)
JOIN member AS m USING (member_id)
LEFT JOIN evidence AS e
    ON e.table_name = w.table_name AND e.row_id = w.row_id AND e.field = w.field
LEFT JOIN line AS l
    ON l.document_id = e.document_id AND l.line_no = e.line_no AND instr(l.text, w.word)
WHERE NOT EXISTS (SELECT 1 FROM other AS o WHERE instr(fold(o.name), d.folded))
GROUP BY w.report_id, w.word
