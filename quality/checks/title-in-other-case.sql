-- check: title-in-other-case
-- severity: note
-- message: this title is in {found}, the others are in {expected}
-- An activity whose title is in capitals while four fifths of its report's are not, or the other way.
WITH cased AS (
    SELECT a.*, a.title = upper(a.title) AND a.title <> lower(a.title) AS capital,
           count(*) OVER (PARTITION BY a.report_id) AS all_titles
    FROM activity AS a
),
counted AS (
    SELECT *, sum(capital) OVER (PARTITION BY report_id) AS capitals FROM cased
)
SELECT report_id, 'activity' AS table_name, activity_id AS row_id, 'title' AS field,
       CASE capital WHEN 1 THEN 'small letters' ELSE 'capitals' END AS expected,
       CASE capital WHEN 1 THEN 'capitals' ELSE 'small letters' END AS found
FROM counted
WHERE all_titles >= 5
  AND ((capital AND 5 * capitals <= all_titles)
       OR (NOT capital AND 5 * (all_titles - capitals) <= all_titles))
