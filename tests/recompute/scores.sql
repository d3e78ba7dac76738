-- Points of every authority by the published formula, from counts of its own cases. Basis points throughout, rounded down.
WITH counted AS (
  SELECT u.id AS unit, 'rates.online' AS figure, (SELECT count(*) FROM whole WHERE case_id LIKE u.authority || '/%') AS n,
    (SELECT count(*) FROM closed WHERE case_id LIKE u.authority || '/%') AS d FROM unit u WHERE u.authority IS NOT NULL
  UNION ALL SELECT u.id, 'rates.published', (SELECT count(*) FROM to_publish p WHERE p.authority = u.authority AND published),
    (SELECT count(*) FROM to_publish p WHERE p.authority = u.authority) FROM unit u WHERE u.authority IS NOT NULL
  UNION ALL SELECT u.id, 'use.unreasoned',
    (SELECT count(*) FROM fined f, period WHERE f.authority = u.authority AND f.day >= "from" AND f.day < "to" AND direction IS NOT NULL AND NOT reasoned),
    (SELECT count(direction) FROM fined f, period WHERE f.authority = u.authority AND f.day >= "from" AND f.day < "to")
    FROM unit u WHERE u.authority IS NOT NULL
), shared AS (
  -- To the nearest, up at half; only all is 10,000 and only least_at is 0.
  SELECT c.unit, i.*, CASE WHEN d = 0 OR d < f.fewest THEN NULL WHEN n = 0 THEN 0 WHEN n = d THEN 10000
    ELSE min(max((2 * n * 10000 + d) / (2 * d), 1), 9999) END AS bp
  FROM counted c JOIN formula_item i ON i.figure = c.figure, formula f
), pointed AS (
  SELECT unit, figure, weight, CASE
    WHEN least_at < most_at THEN min(max(bp - least_at, 0) * 10000 / (most_at - least_at), 10000)
    ELSE min(max(least_at - bp, 0) * 10000 / (least_at - most_at), 10000) END AS points
  FROM shared
), judged AS (
  SELECT unit, coalesce(sum(weight) FILTER (WHERE points IS NOT NULL), 0) AS weight, sum(weight * points) AS sum FROM pointed GROUP BY unit
)
SELECT unit || ' ' || figure AS id, points FROM pointed
UNION ALL SELECT unit || ' judged', weight FROM judged
UNION ALL SELECT unit || ' total', CASE WHEN weight > 0 AND weight >= f.least_weight THEN sum / weight END FROM judged, formula f;
