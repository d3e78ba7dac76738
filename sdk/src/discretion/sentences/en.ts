import type { Citation, Condition, Mode, Tier, Wording } from '../../rules/index.ts';
import type { Flag, PenaltyResult, Range, UndecidedReason } from '../assessment.ts';
import type { FactRead } from '../trace.ts';
import {
  decimal,
  type Known,
  type Language,
  labelOf,
  percent,
  ratioPercent,
  yuan,
} from './language.ts';

export const en: Language = {
  citation,
  flag: flagText,
  steps: {
    law: ({ from, to, actDate, decisionDate, doubts, cite }) =>
      `The text applied is ${cite.map(citation).join(', ')}, in force from ${from}${to === null ? '' : ` until before ${to}`}.` +
      (actDate && decisionDate
        ? ` The act ended on ${actDate}; the decision is planned for ${decisionDate}.`
        : '') +
      (doubts.length > 0
        ? ' Its dates or prohibitions were not all seen in the source: check before use.'
        : ''),
    benchmark: ({ title, publisher, publication, sample }) =>
      sample
        ? `A sample benchmark is used, “${say(title)}”: its points are invented and must not serve a real case.`
        : `The benchmark used is “${say(title)}” (${publisher}${publication ? `, ${publication.number}, published ${publication.date}` : ''}).`,
    facts: ({ facts }) => {
      const known = facts.filter((fact) => fact.value !== undefined);
      const open = facts.filter((fact) => fact.value === undefined);
      return [
        known.length > 0 ? `Facts known: ${known.map(factText).join('; ')}.` : '',
        open.length > 0 ? `Not filled in: ${open.map(({ label }) => say(label)).join(', ')}.` : '',
      ]
        .filter((text) => text !== '')
        .join(' ');
    },
    'statute-tier': ({ chosen, additive, level, when, cite }, known) => {
      if (!chosen) return '';
      const because = when.map((part) => conditionText(part, known)).join(', ');
      const article = cite.map(citation).join(', ');
      const what = `the ${LEVEL[level] ?? level} case of ${article} applies${additive ? ' as well' : ''}`;
      return sentence(because === '' ? what : `${because}: ${what}`);
    },
    range: ({ whom, range, mode, onlyMaximum, multiple }) => {
      const subject = whom ? `for ${say(whom)}, ` : '';
      const choice = mode === 'shall' ? '' : ' The fine is optional: the law also allows none.';
      if (!multiple)
        return (
          sentence(`${subject}the law allows a fine of ${rangeText(range, onlyMaximum)}`) + choice
        );
      const { fact, base, counted, min, max, cap } = multiple;
      const floor = counted > base ? `, counted as ${yuan(counted)} yuan,` : '';
      const times = `${min ? `${decimal(min)} to ` : 'up to '}${decimal(max)} times`;
      const top = cap === undefined ? '' : `, at most ${yuan(cap)} yuan`;
      return (
        sentence(
          `${subject}${say(fact)} is ${yuan(base)} yuan${floor} and the law allows a fine of ${times} that${top}: ${rangeText(range, onlyMaximum)}`,
        ) + choice
      );
    },
    grounds: ({ found }) =>
      found.length === 0
        ? 'Examined: no statutory ground to waive, mitigate, lighten or aggravate was found.'
        : `Statutory grounds found: ${found
            .map(
              ({ label, force, effect, cite }) =>
                `${say(label)} (${citation(cite)}: ${force === 'must' ? 'must' : 'may'} ${effect.join(' or ')})`,
            )
            .join('; ')}.`,
    frame: ({ tier, by, open, reason, grounds }, known) => {
      const names = grounds
        .map((id) => known.grounds.get(id)?.label)
        .map((label) => (label ? say(label) : ''))
        .join(', ');
      const also = open.map((other) => TIER[other]).join(', ');
      if (tier === null)
        return also === ''
          ? 'No statutory ground changes the tier: the points decide.'
          : `The law also allows: ${also}. A person decides; without an election the points do.`;
      const basis =
        by === 'must'
          ? `Because of ${names} the penalty must be: ${TIER[tier]}`
          : `A person elected: ${TIER[tier]}`;
      const why = reason === undefined ? '' : `, because: ${reason}`;
      return `${basis}${why}.${also === '' ? '' : ` Also open to a person: ${also}.`}`;
    },
    factor: (step, known) => {
      const { label, option, points, means } = step;
      const total = known.totals.get(step.number) ?? points;
      const counts = {
        points: `, ${points} points, ${total} so far`,
        percent: `, ${percent(points)}, ${percent(total)} so far`,
        times: `, times ${decimal([points, 10_000])}`,
        answer: '',
      };
      return `${say(label)}: ${say(option)}${counts[means]}.`;
    },
    'points-tier': ({ points, tier, from, to, fixed }) =>
      fixed
        ? `The grounds fixed the tier (${TIER[tier]}); ${points} points only place the case inside it.`
        : `${points} points give the tier “${TIER[tier]}” (${to === null ? `from ${from}` : `from ${from} to below ${to}`}).`,
    'percent-sum': ({ start, total, tier, fixed }) =>
      `Starting from ${percent(start)} the percentages add up to ${percent(total)} of the span: ${settled(tier, fixed)}.`,
    'base-adjust': ({ start, product, limits: [low, high], tier, fixed }) =>
      `${percent(start)} of the span, multiplied item by item, is ${ratioPercent(product)} (kept between ${percent(low)} and ${percent(high)}): ${settled(tier, fixed)}.`,
    grid: ({ row, column, cell, shift, tier, fixed }) =>
      `The first group has ${row.points} points (${say(row.label)}), the second ${column.points} (${say(column.label)}); they meet at ${percent(cell)} of the span${shift === 0 ? '' : `, corrected by ${percent(shift)}`}: ${settled(tier, fixed)}.`,
    'band-row': ({ label, when, tier, fixed }, known) =>
      `The row “${say(label)}” of the table applies${when.length > 0 ? ` (${when.map((part) => conditionText(part, known)).join(', ')})` : ''}: ${settled(tier, fixed)}.`,
    band: ({ tier, bp, band }) =>
      bp === null
        ? `A mitigated fine lies below the statutory minimum of ${yuan(band.max + 1)} yuan; a person sets it and gives the reasons.`
        : `“${TIER[tier]}” is ${percent(bp[0])} to ${percent(bp[1])} of the span: ${yuan(band.min)} to ${yuan(band.max)} yuan.`,
    suggestion: ({ unit, suggestion }) =>
      `Placed inside the band by its points and rounded to ${yuan(unit)} yuan in the party's favour, the suggested fine is ${yuan(suggestion)} yuan.`,
    penalties: ({ whom, penalties }) =>
      sentence(`${whom ? `for ${say(whom)}, ` : ''}other penalties: ${kinds(penalties)}`),
    confiscations: ({ penalties }) => `Apart from the fine: ${kinds(penalties)}.`,
    measures: ({ measures }) =>
      `${measures.map(({ label }) => say(label)).join(', ')} (not a penalty).`,
    flag: ({ flag }) => `Note: ${flagText(flag)}.`,
    undecided: ({ whom, undecided: { reason, at, fields } }, known) => {
      const label = labelOf(at, fields, known);
      return sentence(
        `${whom ? `for ${say(whom)}, ` : ''}no result yet: ${UNDECIDED[reason](label ? say(label) : at)}`,
      );
    },
  },
};

const say = (wording: Wording) => wording.en ?? wording.zh;
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const TIER: Readonly<Record<Tier, string>> = {
  waive: 'no penalty',
  mitigate: 'mitigated',
  lighten: 'lighter',
  ordinary: 'ordinary',
  aggravate: 'heavier',
};

const settled = (tier: Tier, fixed: boolean) =>
  `${TIER[tier]}${fixed ? ', which the grounds fixed' : ''}`;

const LEVEL: Readonly<Record<string, string>> = {
  basic: 'ordinary',
  minor: 'minor',
  'relatively-serious': 'relatively serious',
  serious: 'serious',
  aggravated: 'aggravated',
  refusal: 'uncorrected',
  'general-accident': 'ordinary accident',
  'larger-accident': 'larger accident',
  'major-accident': 'major accident',
};

const MODE: Readonly<Record<Mode, string>> = {
  shall: 'mandatory',
  may: 'optional',
  upTo: 'up to',
  oneOf: 'one of these',
};

const UNDECIDED: Readonly<Record<UndecidedReason, (label: string) => string>> = {
  'fact-missing': (label) => `the fact “${label}” is missing and the result depends on it`,
  'fact-invalid': (label) => `the value of “${label}” is outside its domain`,
  'facts-conflict': (label) => `“${label}” contradicts the article's own definition`,
  'factor-missing': (label) => `the factor “${label}” has not been answered`,
  'factor-unknown': () => 'a factor that this benchmark does not have was answered',
  'option-unknown': () => 'an option that this benchmark does not have was chosen',
  'ground-unknown': () => 'a ground that this Rule does not have was listed',
  'grounds-not-examined': () => 'the statutory grounds have not been examined',
  'grounds-conflict': () => 'grounds point both ways; a person weighs them and gives the reason',
  'election-unfounded': () =>
    'the election has no ground, no reason, or stands against a mandatory ground',
  'no-tier-applies': () => 'the facts fit no case of the article',
  'tiers-compete': () => 'two cases of the article apply at once; a person decides which',
  'punished-as-other': () => 'the law sends this act to other articles',
  'range-empty': () => 'on these amounts the maximum fine is nothing',
  'range-inverted': () => 'on these amounts the minimum lies above the maximum',
  'no-benchmark-tier': () => 'the benchmark has no tier for this score that may lawfully be used',
  'benchmark-unpublished': () => 'the benchmark has not been published and may not be used',
  'benchmark-of-other-violation': () => 'the benchmark belongs to another violation',
  'rule-of-other-violation': () => 'the Rule belongs to another violation',
  'not-in-force': () => 'the text or the benchmark is in force on neither day',
  'heavier-after-notice': () =>
    'without new facts nothing heavier than the notice said may follow statements, defence or a hearing',
  'needs-person': () => 'the law leaves this to a person',
};

function factText({ label, type, value, text }: FactRead): string {
  if (text) return `${say(label)}: ${say(text)}`;
  if (typeof value === 'boolean') return `${say(label)}: ${value ? 'yes' : 'no'}`;
  return `${say(label)}: ${amount(type, Number(value))}`;
}

const amount = (type: FactRead['type'], value: number) =>
  type === 'fen' ? `${yuan(value)} yuan` : String(value);

function conditionText(condition: Condition, known: Known): string {
  switch (condition.op) {
    case 'all':
      return condition.of.map((part) => conditionText(part, known)).join(' and ');
    case 'any':
      return condition.of.map((part) => conditionText(part, known)).join(' or ');
    case 'not':
      return `not (${conditionText(condition.of, known)})`;
  }
  const fact = known.facts.get(condition.fact);
  const label = fact ? say(fact.label) : condition.fact;
  if (condition.op === 'in' || typeof condition.value === 'string')
    return `${label} is ${fact?.text ? say(fact.text) : 'one of those listed'}`;
  if (typeof condition.value === 'boolean')
    return (condition.op === 'eq') === condition.value ? label : `not ${label}`;
  const value = amount(fact?.type ?? 'count', condition.value);
  switch (condition.op) {
    case 'eq':
      return `${label} is ${value}`;
    case 'ne':
      return `${label} is not ${value}`;
    case 'lt':
      return `${label} is below ${value}`;
    case 'le':
      return `${label} is at most ${value}`;
    case 'gt':
      return `${label} is above ${value}`;
    case 'ge':
      return `${label} is at least ${value}`;
  }
}

function rangeText({ min, max }: Range, onlyMaximum: boolean): string {
  if (min === max) return `${yuan(max)} yuan`;
  return onlyMaximum ? `up to ${yuan(max)} yuan` : `${yuan(min)} to ${yuan(max)} yuan`;
}

const kinds = (penalties: readonly PenaltyResult[]) =>
  penalties.map(({ mode, label }) => `${say(label)} (${MODE[mode]})`).join('; ');

function citation({ law, article, paragraph, item }: Citation): string {
  const part = (name: string, number: number | undefined) =>
    number === undefined ? '' : ` ${name} ${number}`;
  return `《${law}》${part('art.', article)}${part('para.', paragraph)}${part('item', item)}`;
}

function flagText({ id, cite, fields = {} }: Flag): string {
  const article = cite ? ` (${citation(cite)})` : '';
  switch (id) {
    case 'criminal-suspicion':
      return `acts of this kind may be a crime (${citation(fields.crime as Citation)}); check the threshold and transfer first${article}`;
    case 'law-changed':
      return `the law changed between act and decision; compare both and use the lighter${article}`;
    case 'hearing':
      return `the party must be told of the right to a hearing: ${HEARING[String(fields.why)] ?? ''}${article}`;
    case 'hearing-unknown':
      return `the ${fields.why === 'fine' ? 'fine is not settled' : 'sum confiscated is not known'}; whether a hearing must be offered is open${article}`;
    case 'legal-review':
      return `after a hearing, legal review must be passed before the decision${article}`;
    case 'collective-discussion':
      return `a complex or grave case is decided by the heads together${article}`;
    case 'level':
      return `${Number(fields.from) > 0 ? `a fine from ${yuan(Number(fields.from))} yuan` : 'the penalty'} is decided at ${String(fields.level)} level or above${article}`;
    case 'reconsideration-first':
      return `reconsideration must come before a suit${article}`;
    case 'still-confiscated':
      return `no penalty, but the unlawful goods are still taken${article}`;
    case 'beyond-maximum':
      return `in the gravest cases the law multiplies the fine by two to five; only a person may${article}`;
    case 'publicity':
      return `the decision is published for ${fields.min === fields.max ? '' : `${String(fields.min)} to `}${String(fields.max)} months (${String(fields.source)})`;
    case 'not-published':
      return `a warning alone is not published${article}`;
    case 'new-notice':
      return `a heavier penalty on new facts needs a new notice${article}`;
  }
}

const HEARING: Readonly<Record<string, string>> = {
  fine: 'the fine reaches the threshold',
  confiscation: 'the confiscation reaches the threshold',
  kind: 'the kind of penalty proposed gives it',
};
