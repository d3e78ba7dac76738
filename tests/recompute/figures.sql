-- Every figure that the board shows: id, numerator, denominator (NULL for a plain count).
SELECT 'board.cases' AS id, (SELECT count(*) FROM reached) AS numerator, NULL AS denominator
UNION ALL SELECT 'board.open', (SELECT count(*) FROM reached r WHERE furthest < 8
  AND NOT EXISTS (SELECT 1 FROM exercise x WHERE x.case_id = r.case_id AND x.none)), (SELECT count(*) FROM reached)
UNION ALL SELECT 'board.coded', (SELECT count(DISTINCT case_id) FROM code), (SELECT count(*) FROM reached)
UNION ALL SELECT 'board.viewed', (SELECT count(DISTINCT c.case_id) FROM code c
  JOIN entry e ON e.kind = 'first-viewed' AND e.authority = c.authority AND e.code = c.code), (SELECT count(DISTINCT case_id) FROM code)
UNION ALL SELECT 'board.objected', (SELECT count(DISTINCT case_id) FROM objection), (SELECT count(DISTINCT case_id) FROM code)
UNION ALL SELECT 'board.answered', (SELECT count(result) FROM objection), (SELECT count(*) FROM objection)
UNION ALL SELECT 'board.upheld', (SELECT count(*) FROM objection WHERE result <> 'not-upheld'), (SELECT count(result) FROM objection)
UNION ALL SELECT 'board.remedied', (SELECT count(DISTINCT case_id) FROM told WHERE kind = 'remedy'), (SELECT count(*) FROM reached)
UNION ALL SELECT 'board.alerted', (SELECT count(DISTINCT case_id) FROM alert WHERE NOT warning), (SELECT count(*) FROM reached)
UNION ALL SELECT 'board.overdue', (SELECT count(DISTINCT case_id) FROM alert WHERE days < 0), (SELECT count(*) FROM reached)
UNION ALL SELECT 'board.alerts[level=' || l.level || ']',
  (SELECT count(*) FROM alert a WHERE a.level = l.level AND NOT warning), (SELECT count(*) FROM alert WHERE NOT warning) FROM level_name l
UNION ALL SELECT 'board.rule[rule=' || r.id || ']',
  (SELECT count(*) FROM alert a WHERE a.rule = r.id AND NOT warning), (SELECT count(*) FROM alert WHERE NOT warning) FROM rule r
UNION ALL SELECT 'board.warnings', (SELECT count(*) FROM alert WHERE warning), NULL
UNION ALL SELECT 'board.stage[stage=' || s.stage || ']',
  (SELECT count(*) FROM reached WHERE furthest = s.place), (SELECT count(*) FROM reached) FROM stage_order s
UNION ALL SELECT 'board.tier[tier=' || t.tier || ']',
  (SELECT count(*) FROM exercise WHERE tier = t.number), (SELECT count(*) FROM exercise) FROM tier_name t
UNION ALL SELECT 'board.began[month=' || substr(began, 1, 7) || ']', count(*), NULL FROM reached GROUP BY substr(began, 1, 7)

UNION ALL SELECT 'use.cases', (SELECT count(*) FROM fined), NULL
UNION ALL SELECT 'use.compared', (SELECT count(*) FROM fined WHERE suggestion IS NOT NULL AND is_fined), (SELECT count(*) FROM fined)
UNION ALL SELECT 'use.as-suggested', (SELECT count(*) FROM fined WHERE is_fined AND fine = suggestion), (SELECT count(*) FROM fined WHERE suggestion IS NOT NULL AND is_fined)
UNION ALL SELECT 'use.lighter', (SELECT count(*) FROM fined WHERE is_fined AND direction = 'lighter'), (SELECT count(*) FROM fined WHERE suggestion IS NOT NULL AND is_fined)
UNION ALL SELECT 'use.heavier', (SELECT count(*) FROM fined WHERE is_fined AND direction = 'heavier'), (SELECT count(*) FROM fined WHERE suggestion IS NOT NULL AND is_fined)
UNION ALL SELECT 'use.not-fined', (SELECT count(*) FROM fined WHERE suggestion > 0 AND NOT is_fined), (SELECT count(*) FROM fined WHERE suggestion > 0)
UNION ALL SELECT 'use.fined-anyway', (SELECT count(*) FROM fined WHERE tier = 1 AND is_fined), (SELECT count(*) FROM fined WHERE tier = 1)
UNION ALL SELECT 'use.outside', (SELECT count(*) FROM fined WHERE band_min IS NOT NULL AND is_fined AND tenth IS NULL), (SELECT count(*) FROM fined WHERE band_min IS NOT NULL AND is_fined)
UNION ALL SELECT 'use.reasoned', (SELECT count(*) FROM fined WHERE direction IS NOT NULL AND reasoned), (SELECT count(direction) FROM fined)
UNION ALL SELECT 'use.unreasoned', (SELECT count(*) FROM fined WHERE direction IS NOT NULL AND NOT reasoned), (SELECT count(direction) FROM fined)
UNION ALL SELECT 'use.tenth[tenth=' || t.tenth || ']',
  (SELECT count(*) FROM fined f WHERE is_fined AND f.tenth = t.tenth), (SELECT count(tenth) FROM fined WHERE is_fined) FROM tenth t
UNION ALL SELECT 'use.tenth[tenth=' || t.tenth || ';tier=' || n.tier || ']',
  (SELECT count(*) FROM fined f WHERE is_fined AND f.tenth = t.tenth AND f.tier = n.number),
  (SELECT count(tenth) FROM fined f WHERE is_fined AND f.tier = n.number) FROM tenth t, tier_name n
  WHERE EXISTS (SELECT 1 FROM fined f WHERE is_fined AND f.tenth IS NOT NULL AND f.tier = n.number)

UNION ALL SELECT 'board.clues', (SELECT count(*) FROM clue), NULL
UNION ALL SELECT 'board.settled', (SELECT count(*) FROM clue WHERE state = 'settled'), (SELECT count(*) FROM clue)
UNION ALL SELECT 'board.clue-level[level=' || l.level || ']', (SELECT count(*) FROM clue c WHERE c.level = l.level), (SELECT count(*) FROM clue) FROM level_name l
UNION ALL SELECT 'board.clue-channel[channel=' || channel || ']', count(*), (SELECT count(*) FROM clue) FROM clue GROUP BY channel
UNION ALL SELECT 'board.clue-state[state=' || state || ']', count(*), (SELECT count(*) FROM clue) FROM clue GROUP BY state
UNION ALL SELECT 'board.clue-work[work=special]', (SELECT count(*) FROM clue WHERE work = 'special'), NULL
UNION ALL SELECT 'board.clue-work[work=joint]', (SELECT count(*) FROM clue WHERE work = 'joint'), NULL
UNION ALL SELECT 'board.supervisions', (SELECT count(*) FROM entry WHERE kind = 'supervision'), NULL
UNION ALL SELECT 'board.supervision-state[state=' || state || ']', count(*), (SELECT count(*) FROM entry WHERE kind = 'supervision') FROM (
  SELECT coalesce((SELECT s.data ->> 'state' FROM entry s WHERE s.kind = 'supervision-step' AND s.ref = e.place
    ORDER BY s.at DESC LIMIT 1), 'issued') AS state FROM entry e WHERE e.kind = 'supervision') GROUP BY state

UNION ALL SELECT 'remedies.' || CASE kind WHEN 'suit' THEN 'lost' ELSE 'corrected' END,
  (SELECT count(*) FROM told t WHERE t.kind = 'remedy' AND t.data ->> 'kind' = k.kind AND t.data ->> 'result' = 'changed'),
  (SELECT count(*) FROM told t WHERE t.kind = 'remedy' AND t.data ->> 'kind' = k.kind AND t.data ->> 'result' IS NOT NULL)
  FROM (SELECT 'suit' AS kind UNION ALL SELECT 'reconsideration') k

UNION ALL SELECT 'rates.units', (SELECT count(*) FROM unit u WHERE
  EXISTS (SELECT 1 FROM person p JOIN act a ON a.kid = p.kid WHERE p.unit = u.id)
  OR EXISTS (SELECT 1 FROM act a WHERE a.authority = u.authority
    AND (a.kid IS NULL OR a.kid NOT IN (SELECT kid FROM person WHERE kid IS NOT NULL)))),
  (SELECT count(*) FROM unit)
UNION ALL SELECT 'rates.people', (SELECT count(*) FROM person p WHERE EXISTS (SELECT 1 FROM act a WHERE a.kid = p.kid)),
  (SELECT sum(max(u.people, (SELECT count(*) FROM person p WHERE p.unit = u.id))) FROM unit u)
UNION ALL SELECT 'rates.online', (SELECT count(*) FROM whole), (SELECT count(*) FROM closed)
UNION ALL SELECT 'rates.published', (SELECT count(*) FROM to_publish WHERE published), (SELECT count(*) FROM to_publish)
UNION ALL SELECT 'publicity.in-time', (SELECT count(*) FROM published_in WHERE in_time), (SELECT count(*) FROM published_in)
UNION ALL SELECT 'reviews.before-decision', (SELECT count(*) FROM decided_in x WHERE document_kind <> 4 AND (
  EXISTS (SELECT 1 FROM told t WHERE t.case_id = x.case_id AND t.kind = 'stage' AND t.data ->> 'stage' = 'review' AND t.data ->> 'on' <= x.day)
  OR (SELECT r.result FROM review r WHERE r.case_id = x.case_id AND r.day <= x.day ORDER BY r.day DESC LIMIT 1) = 'passed')),
  (SELECT count(*) FROM decided_in WHERE document_kind <> 4)
UNION ALL SELECT 'officers.certified', (SELECT count(*) FROM officer, today WHERE "from" <= day AND day < "to"), (SELECT count(*) FROM officer)
UNION ALL SELECT 'officers.keyed', (SELECT count(kid) FROM officer), (SELECT count(*) FROM officer)

UNION ALL SELECT 'covered.authorities', (SELECT count(*) FROM unit u WHERE EXISTS (SELECT 1 FROM case_day d WHERE d.case_id LIKE u.authority || '/%')),
  (SELECT count(authority) FROM unit)
UNION ALL SELECT 'covered.data', (SELECT count(*) FROM exercise), (SELECT count(*) FROM reached)
UNION ALL SELECT 'covered.loops', (SELECT count(*) FROM objection WHERE state IN ('answered', 'declined', 'steered')), (SELECT count(*) FROM objection)

UNION ALL SELECT 'board.cell[column=tier:' || n.tier || ';row=violation:' || x.violation || ']', count(*), NULL
  FROM exercise x JOIN tier_name n ON n.number = x.tier GROUP BY n.tier, x.violation;
