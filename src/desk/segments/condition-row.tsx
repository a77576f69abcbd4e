import { useId } from 'preact/hooks';
import { useWords } from '../desk.js';
import { type ConditionKind, flatFields, listed, type PlainField, type RuleRow, rowOf } from './rows.js';

interface RowProps {
  readonly row: RuleRow;
  readonly kinds: readonly ConditionKind[];
  change(row: RuleRow | null): void;
}

/** One condition: which, whether it is to hold or not, and what it takes. */
export function ConditionRow({ row, kinds, change }: RowProps) {
  const { language, words } = useWords('segmenting');
  const kind = kinds.find(({ name }) => name === row.kind)!;
  const groups = [...new Set(kinds.map(({ group }) => group))];
  const choose = (name: string) => change(rowOf(kinds.find((one) => one.name === name)!));
  return (
    <fieldset class="condition">
      <legend>{language === 'zh' ? kind.aboutZh : kind.about}</legend>
      <div class="fields">
        <label>
          <span>{words.condition}</span>
          <select value={row.kind} onChange={(event) => choose(event.currentTarget.value)}>
            {groups.map((group) => (
              <optgroup key={group} label={words.groups[group] ?? group}>
                {kinds
                  .filter((one) => one.group === group)
                  .map(({ name }) => (
                    <option key={name} value={name}>
                      {words.conditions[name] ?? name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
        {kind.forms.length > 1 && (
          <label>
            <span>{words.comparedBy}</span>
            <select value={row.form} onChange={(event) => change(rowOf(kind, Number(event.currentTarget.value)))}>
              {kind.forms.map((_, at) => (
                <option key={at} value={at}>
                  {words.forms[at] ?? String(at + 1)}
                </option>
              ))}
            </select>
          </label>
        )}
        {flatFields(kind.forms[row.form]!).map((field) => (
          <Entry
            key={field.name}
            field={field}
            value={row.values[field.name] ?? ''}
            set={(value) => change({ ...row, values: { ...row.values, [field.name]: value } })}
          />
        ))}
      </div>
      <label class="not">
        <input
          type="checkbox"
          checked={row.not}
          onChange={(event) => change({ ...row, not: event.currentTarget.checked })}
        />
        <span>{words.not}</span>
      </label>
      <button type="button" onClick={() => change(null)}>
        {words.remove}
      </button>
    </fieldset>
  );
}

interface EntryProps {
  readonly field: PlainField;
  readonly value: string;
  set(value: string): void;
}

const TYPES: Readonly<Record<string, string>> = { number: 'number', integer: 'number', time: 'date' };

function Entry({ field: { name, kind, required, options }, value, set }: EntryProps) {
  const { language, words } = useWords('segmenting');
  const id = useId();
  const label = `${words.fields[name] ?? words.fields[name.split('.')[1] ?? ''] ?? name}${required ? ' *' : ''}`;
  if (options.length > 0 && kind === 'texts')
    return <Choices label={name === 'in' ? words.oneOf : label} options={options} value={value} set={set} />;
  return (
    <label for={id}>
      <span>{label}</span>
      {options.length > 0 ? (
        <select id={id} value={value} required={required} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">–</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {language === 'zh' ? option.labelZh : option.label}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type={TYPES[kind] ?? 'text'}
          step={kind === 'number' ? 'any' : undefined}
          value={value}
          required={required}
          autocomplete="off"
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </label>
  );
}

interface ChoicesProps extends Pick<EntryProps, 'value' | 'set'> {
  readonly label: string;
  readonly options: PlainField['options'];
}

/** Several of some values: each is a box to tick, and they stand with commas between. */
function Choices({ label, options, value, set }: ChoicesProps) {
  const { language } = useWords('segmenting');
  const chosen = listed(value);
  const tick = (one: string, on: boolean) =>
    set(
      options
        .flatMap((option) => ((option.value === one ? on : chosen.includes(option.value)) ? [option.value] : []))
        .join(', '),
    );
  return (
    <fieldset class="choices">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) => tick(option.value, event.currentTarget.checked)}
          />
          <span>{language === 'zh' ? option.labelZh : option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
