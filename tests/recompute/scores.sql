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
  SELECT c.unit, i.figure, i.weight, i.least_at, i.most_at, c.n, c.d, f.z, d = 0 OR d < f.fewest AS too_few
  FROM counted c JOIN formula_item i ON i.figure = c.figure, formula f
), bound AS (
  -- The two roots of Wilson's quadratic, outward.
  SELECT *, 1 + z * z / d AS a, 2.0 * n / d + z * z / d AS b, 1.0 * n * n / d / d AS c FROM shared
), ended AS (
  -- To the nearest, up at half; only all is 10,000 and only none is 0.
  SELECT unit, figure, weight, least_at, most_at, 'at' AS part, CASE WHEN too_few THEN NULL WHEN n = 0 THEN 0 WHEN n = d THEN 10000
    ELSE min(max((2 * n * 10000 + d) / (2 * d), 1), 9999) END AS bp FROM shared
  UNION ALL SELECT unit, figure, weight, least_at, most_at, 'low', CASE WHEN too_few THEN NULL WHEN n = 0 THEN 0
    ELSE CAST(floor(10000 * (b - sqrt(b * b - 4 * a * c)) / 2 / a) AS INT) END FROM bound
  UNION ALL SELECT unit, figure, weight, least_at, most_at, 'high', CASE WHEN too_few THEN NULL WHEN n = d THEN 10000
    ELSE CAST(ceil(10000 * (b + sqrt(b * b - 4 * a * c)) / 2 / a) AS INT) END FROM bound
), sloped AS (
  SELECT unit, figure, weight, part, CASE
    WHEN least_at < most_at THEN min(max(bp - least_at, 0) * 10000 / (most_at - least_at), 10000)
    ELSE min(max(least_at - bp, 0) * 10000 / (least_at - most_at), 10000) END AS points
  FROM ended
), pointed AS (
  -- Where less is better, the low end of the share is the high end of its points.
  SELECT unit, figure, weight, min(points) FILTER (WHERE part = 'at') AS points,
    min(points) FILTER (WHERE part <> 'at') AS low, max(points) FILTER (WHERE part <> 'at') AS high
  FROM sloped GROUP BY unit, figure
), summed AS (
  SELECT unit, coalesce(sum(weight) FILTER (WHERE points IS NOT NULL), 0) AS weight,
    sum(weight * points) AS points, sum(weight * low) AS low, sum(weight * high) AS high
  FROM pointed GROUP BY unit
), scored AS (
  SELECT unit, weight, points / nullif(weight, 0) AS total, low / nullif(weight, 0) AS low, high / nullif(weight, 0) AS high
  FROM summed, formula f WHERE weight >= f.least_weight
)
SELECT unit || ' ' || figure AS id, points FROM pointed
UNION ALL SELECT unit || ' judged', weight FROM summed
UNION ALL SELECT u.unit || ' total', s.total FROM summed u LEFT JOIN scored s ON s.unit = u.unit
UNION ALL SELECT u.unit || ' low', s.low FROM summed u LEFT JOIN scored s ON s.unit = u.unit
UNION ALL SELECT u.unit || ' high', s.high FROM summed u LEFT JOIN scored s ON s.unit = u.unit
UNION ALL SELECT u.unit || ' first', s.total - s.total + 1 + (SELECT count(*) FROM scored o WHERE o.low > s.high)
  FROM summed u LEFT JOIN scored s ON s.unit = u.unit
UNION ALL SELECT u.unit || ' last', s.total - s.total + (SELECT count(total) FROM scored) - (SELECT count(*) FROM scored o WHERE o.high < s.low)
  FROM summed u LEFT JOIN scored s ON s.unit = u.unit;
