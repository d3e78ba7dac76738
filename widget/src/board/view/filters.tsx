import { type BoardFilter, WHOLE_BOARD } from '@chidu/sdk/oversight/board';
import type { Summary } from '../model.ts';
import type { ShownUnit } from '../shown.ts';
import type { BoardStrings } from '../strings/zh.ts';
import { DayField } from './day-field.tsx';

/** What is shown of it: unit (chosen in the tree), period, violation, level. Every change counts at once. */
export function Filters({
  t,
  filter,
  root,
  units,
  violations,
  onFilter,
}: {
  readonly t: BoardStrings;
  readonly filter: BoardFilter;
  readonly root: string | null;
  readonly units: readonly ShownUnit[];
  readonly violations: Summary['violations'];
  readonly onFilter: (filter: BoardFilter) => void;
}) {
  const day = (name: 'from' | 'to') => (
    <DayField
      t={t}
      name={name}
      label={t[name]}
      day={filter[name]}
      onDay={(value) => onFilter({ ...filter, [name]: value })}
    />
  );
  const unit = units.find(({ id }) => id === filter.unit);
  return (
    <form class="filters" aria-label={t.filters} onSubmit={(event) => event.preventDefault()}>
      <span class="chosen">
        {t.unit}
        <strong>{unit?.name ?? t.wholeArea}</strong>
      </span>
      {day('from')}
      {day('to')}
      <label>
        <span>{t.violation}</span>
        <select
          name="violation"
          value={filter.violation ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, violation: value || null })
          }
        >
          <option value="">{t.all}</option>
          {violations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name === null ? id : t.words(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t.level}</span>
        <select
          name="level"
          value={filter.level ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onFilter({ ...filter, level: (value || null) as BoardFilter['level'] })
          }
        >
          <option value="">{t.all}</option>
          {(['high', 'medium', 'low'] as const).map((level) => (
            <option key={level} value={level}>
              {t.levels[level]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => onFilter({ ...WHOLE_BOARD, unit: root })}>
        {t.reset}
      </button>
    </form>
  );
}
