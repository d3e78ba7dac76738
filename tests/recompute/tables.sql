-- What the exported lines say, and what follows from them: cases, codes, objections. Nothing of the product computes here.
CREATE TABLE entry (
  authority TEXT, year INT, idx INT, place TEXT PRIMARY KEY, at TEXT, day TEXT, kind TEXT,
  code TEXT, ref TEXT, kid TEXT, data TEXT
);
CREATE INDEX entry_kind ON entry (kind, ref);
CREATE TABLE alert (id TEXT, rule TEXT, level TEXT, warning INT, case_id TEXT, days INT);
CREATE TABLE rule (id TEXT);
CREATE TABLE unit (id TEXT, authority TEXT, people INT);
CREATE TABLE person (id TEXT, unit TEXT, kid TEXT);
CREATE TABLE period ("from" TEXT, "to" TEXT);
CREATE TABLE today (day TEXT);
CREATE TABLE officer (number TEXT, "from" TEXT, "to" TEXT, kid TEXT);
CREATE TABLE publicity (case_id TEXT PRIMARY KEY, published TEXT, exempt TEXT);
CREATE TABLE calendar (day TEXT PRIMARY KEY, works INT);
CREATE TABLE review (case_id TEXT, day TEXT, result TEXT);
CREATE TABLE statute (violation TEXT, "from" TEXT, "to" TEXT);
CREATE TABLE pack (id TEXT, "from" TEXT, "to" TEXT);
CREATE TABLE pack_table (pack TEXT, violation TEXT);
CREATE TABLE formula (fewest INT, least_weight INT, z REAL);
CREATE TABLE formula_item (figure TEXT, weight INT, least_at INT, most_at INT);

CREATE TABLE stage_order (place INT, stage TEXT);
INSERT INTO stage_order VALUES (0, 'none'), (1, 'filed'), (2, 'evidence'), (3, 'review'), (4, 'noticed'),
  (5, 'decided'), (6, 'served'), (7, 'executed'), (8, 'closed');
CREATE TABLE tier_name (number INT, tier TEXT);
INSERT INTO tier_name VALUES (1, 'waive'), (2, 'mitigate'), (3, 'lighten'), (4, 'ordinary'), (5, 'aggravate');
CREATE TABLE level_name (level TEXT);
INSERT INTO level_name VALUES ('high'), ('medium'), ('low');
CREATE TABLE tenth (tenth INT);
INSERT INTO tenth VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
