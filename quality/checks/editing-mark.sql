-- check: editing-mark
-- severity: note
-- message: a mark of editing is left in the text: {found}
-- A mark of a comment, such as [j1], that was not taken out before printing.
SELECT p.report_id, p.table_name, p.row_id, p.field, e.document_id, e.line_no,
       'no mark' AS expected, substr(l.text, instr(l.text, '['), 4) AS found
FROM prose AS p
JOIN evidence AS e ON e.table_name = p.table_name AND e.row_id = p.row_id AND e.field = p.field
JOIN line AS l USING (document_id, line_no)
WHERE p.text GLOB '*[[][a-z][0-9]]*' AND l.text GLOB '*[[][a-z][0-9]*'
