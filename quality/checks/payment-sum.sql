-- check: payment-sum
-- severity: error
-- message: the amounts of "{section}" add up to {expected}, not to {found}
-- The largest of three or more amounts of one section is the sum of the others, to the cent.
WITH amount AS (
    SELECT f.*, max(value) OVER part AS total, sum(value) OVER part AS whole,
           count(*) OVER part AS amounts
    FROM figure AS f
    WHERE f.unit IS NOT NULL AND f.qualifier = 'exact'
    WINDOW part AS (PARTITION BY report_id, section, unit)
)
SELECT report_id, 'figure' AS table_name, report_id || '/' || position AS row_id,
       'printed' AS field, report_id || '/' || section || '/' || label AS key,
       section, printf('%.2f', whole - total) AS expected, printf('%.2f', total) AS found
FROM amount
WHERE amounts >= 3 AND value = total AND abs(whole - 2 * total) >= 0.005
