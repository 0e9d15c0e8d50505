-- check: weekday
-- severity: warning
-- message: that day is a {expected}, not a {weekday}
-- A weekday printed beside a date, in the text of an activity or on a poster, that is not its own.
SELECT a.report_id, 'activity' AS table_name, a.activity_id AS row_id,
       b.document_id, l.line_no, a.activity_id || '/' || (d.value ->> 'printed') AS key,
       d.value ->> 'real' AS expected, d.value ->> 'printed' AS found,
       d.value ->> 'weekday' AS weekday
FROM line AS l
JOIN activity_block AS b
  ON b.document_id = l.document_id AND l.line_no BETWEEN b.first_line AND b.last_line
JOIN activity AS a USING (activity_id)
JOIN report AS r ON r.report_id = a.report_id
JOIN json_each(dates_in(l.text, r.language, coalesce(a.date_start, r.period_start))) AS d
WHERE l.role IN ('caption', 'record') AND d.value ->> 'weekday' <> d.value ->> 'real'
