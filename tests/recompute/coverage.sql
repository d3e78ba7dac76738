-- Which violations in force have a standard, and what became of the standards.
WITH in_force AS (
  SELECT violation, "from" FROM statute, today WHERE "from" <= day AND ("to" IS NULL OR day < "to")
), serving AS (
  SELECT v.violation, v."from" AS law_from, p.id AS pack, p."from" AS pack_from, t.violation IS NOT NULL AS own,
    row_number() OVER (PARTITION BY v.violation ORDER BY t.violation IS NULL, p."from" DESC) AS rank
  FROM in_force v, today
  JOIN pack p ON p."from" <= day AND (p."to" IS NULL OR day < p."to")
  JOIN pack_table t ON t.pack = p.id AND (t.violation = v.violation OR t.violation IS NULL)
), own AS (SELECT * FROM serving WHERE rank = 1 AND own)
SELECT 'coverage.standard' AS id, (SELECT count(*) FROM serving WHERE rank = 1) AS numerator, (SELECT count(*) FROM in_force) AS denominator
UNION ALL SELECT 'coverage.own', (SELECT count(*) FROM own), (SELECT count(*) FROM in_force)
UNION ALL SELECT 'coverage.used', (SELECT count(*) FROM own o WHERE EXISTS (
  SELECT 1 FROM exercise x WHERE x.pack = o.pack AND x.violation = o.violation)), (SELECT count(*) FROM own)
UNION ALL SELECT 'coverage.stale', (SELECT count(*) FROM own WHERE law_from > pack_from), (SELECT count(*) FROM own);
