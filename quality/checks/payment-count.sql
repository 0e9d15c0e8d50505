-- check: payment-count
-- severity: error
-- message: {paid} members who paid and {twice} who paid twice make {expected} fees, not {found}
-- Fees of all years together are as many as the members who paid, and once more those who paid two.
WITH counted AS (
    SELECT report_id, section,
           sum(value) FILTER (WHERE label GLOB '[12][0-9][0-9][0-9] fees') AS fees,
           max(value) FILTER (WHERE label LIKE 'member% who ha% paid') AS paid,
           max(value) FILTER (WHERE label LIKE 'member% ha% paid 2 fees') AS twice,
           max(position) FILTER (WHERE label LIKE 'member% who ha% paid') AS position
    FROM figure
    WHERE unit IS NULL
    GROUP BY report_id, section
)
SELECT report_id, 'figure' AS table_name, report_id || '/' || position AS row_id,
       'printed' AS field, report_id || '/' || section AS key,
       CAST(paid + twice AS INTEGER) AS expected, CAST(fees AS INTEGER) AS found,
       CAST(paid AS INTEGER) AS paid, CAST(twice AS INTEGER) AS twice
FROM counted
WHERE paid + twice <> fees
