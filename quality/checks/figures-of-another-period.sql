-- check: figures-of-another-period
-- severity: note
-- message: the figures of "{section}" cover {found}, the report {expected}
-- Prose over figures that names other days than the period of the report.
SELECT p.report_id, 'passage' AS table_name, p.report_id || '/' || p.position AS row_id,
       'text' AS field, p.report_id || '/' || p.section AS key, p.section,
       r.period_start || ' to ' || r.period_end AS expected,
       (d.value ->> 'start') || ' to ' || (d.value ->> 'end') AS found
FROM passage AS p
JOIN report AS r USING (report_id)
JOIN json_each(dates_in(p.text, r.language, r.period_start)) AS d
WHERE p.section IN (SELECT f.section FROM figure AS f WHERE f.report_id = p.report_id)
  AND d.value ->> 'start' < d.value ->> 'end'
  AND (d.value ->> 'start' <> r.period_start OR d.value ->> 'end' <> r.period_end)
