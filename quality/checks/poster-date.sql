-- check: poster-date
-- severity: warning
-- message: a poster beside the activity "{title}" gives another date
-- A date in a picture or poster that shares no day with the activity in whose block it stands.
SELECT a.report_id, 'activity' AS table_name, a.activity_id AS row_id, 'date_text' AS field,
       b.document_id, l.line_no, a.activity_id || '/' || (d.value ->> 'printed') AS key,
       a.date_text AS expected, d.value ->> 'printed' AS found, a.title,
       'activity' AS against_table, a.activity_id AS against_row, 'date_text' AS against_field
FROM line AS l
JOIN activity_block AS b
  ON b.document_id = l.document_id AND l.line_no BETWEEN b.first_line AND b.last_line
JOIN activity AS a USING (activity_id)
JOIN report AS r ON r.report_id = a.report_id
JOIN json_each(dates_in(l.text, r.language, a.date_start)) AS d
WHERE l.role = 'caption' AND a.date_start IS NOT NULL
  AND (d.value ->> 'end' < a.date_start OR d.value ->> 'start' > a.date_end)
