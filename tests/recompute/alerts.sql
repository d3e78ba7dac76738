-- Rules that are plain enough to be asked of the entries themselves: which cases they speak of.
SELECT DISTINCT 'departure-unexplained' AS rule, case_id FROM code
  WHERE fine IS NOT NULL AND suggestion IS NOT NULL AND fine <> suggestion AND NOT reasoned
UNION ALL SELECT DISTINCT 'number-vanished', g.case_id FROM told g
  WHERE g.kind = 'document-changed' AND g.data ->> 'part' = 'case' AND g.data ->> 'gone'
    AND NOT EXISTS (SELECT 1 FROM told l WHERE l.case_id = g.case_id AND l.at > g.at
      AND (l.kind = 'stage' OR l.kind = 'document-changed' AND NOT l.data ->> 'gone'))
UNION ALL SELECT DISTINCT 'two-live-codes', a.case_id FROM code a JOIN code b
  ON b.case_id = a.case_id AND b.at > a.at AND (a.document_kind <= 2) = (b.document_kind <= 2)
  WHERE a.place NOT IN (SELECT place FROM code_end);
