-- check: alphabet-gap
-- severity: warning
-- message: in {place}, no name stands between {found}: {names} {others}
-- Names that ought to stand in a list and all fall between two neighbours of its alphabet, or
-- before its first or after its last name: perhaps a lost column. For a region: four or more members
-- of the register in that region. For the summary: four or more members that activities name.
WITH folded AS MATERIALIZED (
    SELECT member_id, region, fold(name) AS name, name AS printed FROM member
),
held AS (
    SELECT DISTINCT p.report_id, p.list, coalesce(p.list_id, '') AS list_id, m.name
    FROM possible AS p
    JOIN folded AS m USING (member_id)
    WHERE p.list IN ('region', 'summary')
),
list AS (
    SELECT DISTINCT report_id, list, list_id FROM held
),
known AS (
    SELECT l.report_id, l.list, l.list_id, m.name, m.printed
    FROM list AS l
    JOIN folded AS m ON m.region = l.list_id
    WHERE l.list = 'region'
    UNION
    SELECT l.report_id, l.list, l.list_id, m.name, m.printed
    FROM list AS l
    JOIN mention AS a ON a.report_id = l.report_id AND a.list = 'activity'
    JOIN folded AS m USING (member_id)
    WHERE l.list = 'summary'
),
walked AS (
    SELECT k.report_id, k.list, k.list_id, k.name, k.printed, h.name AS there,
           count(h.name) OVER (
               PARTITION BY k.report_id, k.list, k.list_id ORDER BY k.name
           ) AS gap
    FROM known AS k
    LEFT JOIN held AS h USING (report_id, list, list_id, name)
),
gap AS (
    SELECT report_id, list, list_id, gap, count(*) AS missing,
           group_concat(printed, ', ') AS names, min(name) AS first, max(name) AS last
    FROM (SELECT * FROM walked WHERE there IS NULL ORDER BY name)
    GROUP BY report_id, list, list_id, gap
    HAVING count(*) >= 4
),
edge AS (
    SELECT g.*,
           (SELECT max(h.name) FROM held AS h
            WHERE h.report_id = g.report_id AND h.list = g.list AND h.list_id = g.list_id
              AND h.name < g.first) AS before,
           (SELECT min(h.name) FROM held AS h
            WHERE h.report_id = g.report_id AND h.list = g.list AND h.list_id = g.list_id
              AND h.name > g.first) AS after
    FROM gap AS g
)
SELECT e.report_id,
       CASE e.list WHEN 'region' THEN 'report_member' ELSE 'report_activated_member' END
           AS table_name,
       (SELECT m.row_id FROM mention AS m JOIN folded AS r USING (member_id)
        WHERE m.report_id = e.report_id AND m.list = e.list
          AND coalesce(m.list_id, '') = e.list_id AND r.name = coalesce(e.before, e.after)
        LIMIT 1) AS row_id,
       'raw' AS field, e.report_id || '/' || coalesce(nullif(e.list_id, ''), e.list) || '/' || e.first AS key,
       e.names AS expected,
       coalesce(upper(substr(e.before, 1, 1)) || substr(e.before, 2), 'the beginning') || ' and '
           || coalesce(upper(substr(e.after, 1, 1)) || substr(e.after, 2), 'the end') AS found,
       CASE e.list WHEN 'region' THEN 'the list of ' || e.list_id ELSE 'the summary' END AS place,
       e.names,
       CASE e.list WHEN 'region' THEN 'are known members' ELSE 'are in activities' END AS others
FROM edge AS e
WHERE e.missing >= 4
