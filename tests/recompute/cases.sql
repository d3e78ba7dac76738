-- Made once the entries are in: each is small enough to be read at a glance.
CREATE TABLE code AS
SELECT i.place, i.authority, i.year, i.idx, i.day, i.at, i.kid, i.code,
  i.authority || '/' || (i.data ->> 'case') AS case_id,
  i.data ->> 'violation' AS violation, i.data ->> 'documentKind' AS document_kind,
  i.data ->> '$.benchmark.pack' AS pack, json_array_length(i.data, '$.kinds') AS kinds,
  i.data ->> 'tier' AS tier, i.data ->> 'fine' AS fine, i.data ->> 'suggestion' AS suggestion,
  i.data ->> '$.range.min' AS band_min, i.data ->> '$.range.max' AS band_max,
  EXISTS (SELECT 1 FROM json_each(i.data, '$.flags') WHERE value = 'departure') AS reasoned,
  EXISTS (SELECT 1 FROM entry o WHERE o.kind = 'issued' AND o.ref = i.place) AS replaced
FROM entry i WHERE i.kind = 'issued';
CREATE INDEX code_by_id ON code (authority, code);
CREATE INDEX code_by_case ON code (case_id);

-- The first entry that ended a code, and the first decision on it.
CREATE TABLE code_end AS
SELECT c.place FROM code c WHERE c.replaced
UNION
SELECT c.place FROM code c JOIN entry e
  ON e.kind IN ('withdrawn', 'corrected') AND e.authority = c.authority AND e.code = c.code;
CREATE TABLE decision AS
SELECT c.place, e.data ->> 'outcome' AS outcome, e.data ->> 'differs' AS differs, e.data ->> 'tier' AS tier,
  e.data ->> 'fine' AS fine, e.data ->> 'decided' AS decided, json_array_length(e.data, '$.kinds') AS kinds, min(e.year * 1000000000 + e.idx)
FROM code c JOIN entry e ON e.kind = 'decided' AND e.authority = c.authority AND e.code = c.code
GROUP BY c.place;

CREATE TABLE told AS
SELECT e.place, e.kind, e.authority || '/' || (e.data ->> 'case') AS case_id, e.day, e.at, e.kid, e.authority, e.data
FROM entry e WHERE e.kind IN ('stage', 'document-changed', 'remedy');
CREATE INDEX told_by_case ON told (case_id, kind);

CREATE TABLE objection AS
SELECT o.place, c.case_id,
  (SELECT s.data ->> 'state' FROM entry s
    WHERE s.kind IN ('routed', 'answered', 'opinion', 'step') AND s.ref = o.place AND s.data ->> 'state' IS NOT NULL
    ORDER BY s.year DESC, s.idx DESC LIMIT 1) AS state,
  (SELECT s.data ->> 'result' FROM entry s
    WHERE s.kind IN ('routed', 'answered', 'opinion', 'step') AND s.ref = o.place AND s.data ->> 'result' IS NOT NULL
    ORDER BY s.year DESC, s.idx DESC LIMIT 1) AS result
FROM entry o JOIN code c ON c.authority = o.authority AND c.code = o.code
WHERE o.kind = 'objected';

CREATE TABLE case_day AS
SELECT case_id, min(day) AS began FROM (SELECT case_id, day FROM code UNION ALL SELECT case_id, day FROM told)
GROUP BY case_id;
CREATE TABLE reached AS
SELECT d.case_id, d.began, max(
  coalesce((SELECT max(s.place) FROM told t JOIN stage_order s ON s.stage = t.data ->> 'stage'
    WHERE t.case_id = d.case_id AND t.kind = 'stage'), 0),
  coalesce((SELECT max(CASE WHEN c.document_kind >= 3 OR EXISTS (SELECT 1 FROM decision x WHERE x.place = c.place)
    THEN 5 ELSE 4 END) FROM code c WHERE c.case_id = d.case_id), 0)) AS furthest
FROM case_day d;

-- One use of discretion a case: the live code that is a decision, else the last live one; a decision on it goes before.
CREATE TABLE exercise AS
WITH live AS (
  SELECT c.*, row_number() OVER (PARTITION BY case_id ORDER BY document_kind >= 3 DESC, year DESC, idx DESC) AS rank
  FROM code c WHERE c.place NOT IN (SELECT place FROM code_end)
)
SELECT l.case_id, l.authority, l.violation, l.pack, l.suggestion, l.document_kind, coalesce(d.tier, l.tier) AS tier,
  coalesce(d.decided, l.day) AS day, CASE WHEN d.place IS NULL THEN l.kinds ELSE d.kinds END AS kinds,
  CASE WHEN d.place IS NULL THEN l.document_kind >= 3 ELSE d.outcome <> 'none' END AS decided,
  CASE WHEN d.place IS NULL THEN l.fine ELSE d.fine END AS fine,
  CASE WHEN d.place IS NULL OR d.tier = l.tier THEN l.band_min END AS band_min,
  CASE WHEN d.place IS NULL OR d.tier = l.tier THEN l.band_max END AS band_max,
  l.reasoned OR coalesce(d.differs <> 'same', 0) AS reasoned,
  coalesce(d.outcome = 'none', 0) AS none
FROM live l LEFT JOIN decision d ON d.place = l.place WHERE l.rank = 1;
CREATE TABLE fined AS
SELECT *, coalesce(fine, 0) > 0 AS is_fined,
  CASE WHEN suggestion IS NULL OR coalesce(fine, 0) = suggestion THEN NULL
    WHEN coalesce(fine, 0) < suggestion THEN 'lighter' ELSE 'heavier' END AS direction,
  CASE WHEN fine IS NULL OR band_min IS NULL OR fine < band_min OR fine > band_max THEN NULL
    WHEN band_max = band_min THEN 0 ELSE min((fine - band_min) * 10 / (band_max - band_min), 9) END AS tenth
FROM exercise;

CREATE TABLE clue AS
SELECT e.data ->> 'clue' AS id, e.data ->> 'channel' AS channel,
  coalesce((SELECT s.data ->> 'level' FROM entry s WHERE s.kind = 'clue-step' AND s.ref = e.place
    AND s.data ->> 'level' IS NOT NULL ORDER BY s.at DESC LIMIT 1), e.data ->> 'level') AS level,
  coalesce((SELECT s.data ->> 'state' FROM entry s WHERE s.kind = 'clue-step' AND s.ref = e.place
    ORDER BY s.at DESC LIMIT 1), 'pooled') AS state,
  (SELECT s.data ->> 'work' FROM entry s WHERE s.kind = 'clue-step' AND s.ref = e.place
    AND s.data ->> 'work' IS NOT NULL LIMIT 1) AS work
FROM entry e WHERE e.kind = 'clue';

-- Who acted in the period, by key and in whose name: not a party that looks or objects, nor the service that escalates.
CREATE TABLE act AS
SELECT day, kid, authority FROM (SELECT day, kid, authority FROM entry
  WHERE kind IN ('issued', 'withdrawn', 'corrected', 'decided', 'stage', 'document-changed', 'remedy',
    'routed', 'answered', 'opinion', 'step')), period
WHERE day >= "from" AND day < "to";
CREATE INDEX act_by_key ON act (kid);
CREATE TABLE closed AS
SELECT DISTINCT case_id FROM told, period
WHERE kind = 'stage' AND data ->> 'stage' = 'closed' AND data ->> 'on' >= "from" AND data ->> 'on' < "to";

-- What was decided in the period, and of it what is to be published.
CREATE TABLE decided_in AS
SELECT x.* FROM exercise x, period WHERE x.decided AND x.day >= "from" AND x.day < "to";
CREATE TABLE to_publish AS
SELECT x.case_id, x.authority, p.published IS NOT NULL AS published
FROM decided_in x LEFT JOIN publicity p ON p.case_id = x.case_id
WHERE (x.tier <> 1 OR x.kinds > 0) AND p.exempt IS NULL;
CREATE TABLE whole AS
SELECT c.case_id FROM closed c WHERE (SELECT count(DISTINCT t.data ->> 'stage') FROM told t
  WHERE t.case_id = c.case_id AND t.kind = 'stage' AND t.data ->> 'stage' IN (SELECT stage FROM stage_order WHERE place > 0)) = 8;

-- Published within 20 working days: fewer than 20 of them lie between the decision and the day it was published.
CREATE TABLE worked AS SELECT day, works, sum(works) OVER (ORDER BY day) AS days FROM calendar;
CREATE INDEX worked_by_day ON worked (day);
CREATE TABLE published_in AS
SELECT x.case_id, o.days - o.works - d.days < 20 AS in_time
FROM decided_in x JOIN publicity p ON p.case_id = x.case_id JOIN worked d ON d.day = x.day JOIN worked o ON o.day = p.published;
