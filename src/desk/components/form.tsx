import type { ComponentChildren, InputHTMLAttributes } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Dictionary } from '../text/text.js';

/** What is asked in a form: a choice where there are options, else a line to type in. */
interface Field {
  readonly name: string;
  readonly label: string;
  /** What stands there to begin with, and again whenever it changes. */
  readonly value?: string | undefined;
  /** Values and what they are called. */
  readonly options?: readonly (readonly [string, string])[];
  readonly input?: InputHTMLAttributes;
  /** Of a choice: its value may be empty. */
  readonly optional?: true;
  /** Called when another option is chosen. */
  readonly onChoice?: (value: string) => void;
}

/** What something is called: a name, and one in Chinese beside it where that is another. */
export function nameFields({ name, nameZh }: Pick<Dictionary, 'name' | 'nameZh'>): Field[] {
  return [
    { name: 'name', label: name, input: { maxLength: 200 } },
    { name: 'nameZh', label: nameZh, input: { maxLength: 200, required: false } },
  ];
}

/** The names that those fields hold; null for none in Chinese. */
export function namesOf({ name = '', nameZh = '' }: Readonly<Record<string, string>>) {
  return { name: name.trim(), nameZh: nameZh.trim() || null };
}

interface FormProps {
  readonly fields: readonly Field[];
  readonly button: string;
  submit(values: Readonly<Record<string, string>>): void;
  readonly children?: ComponentChildren;
}

/** Fields in a row, and the button that asks with what they hold. */
export function Form({ fields, button, submit, children }: FormProps) {
  return (
    <form
      class="audience"
      onSubmit={(event) => {
        event.preventDefault();
        submit(Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>);
      }}
    >
      {fields.map((field) => (
        <Labelled key={field.name} field={field} />
      ))}
      <button type="submit" class="primary">
        {button}
      </button>
      {children}
    </form>
  );
}

/** One field with its label above it. */
export function Labelled({ field }: { readonly field: Field }) {
  const { name, label, value, options, input, optional, onChoice } = field;
  const id = useId();
  const entry = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // Set when it changes and not with every drawing: what somebody is typing must stay.
  useLayoutEffect(() => {
    if (value !== undefined && entry.current) entry.current.value = value;
  }, [value]);
  return (
    <label for={id}>
      <span>{label}</span>
      {options ? (
        <select
          {...{ id, name }}
          required={!optional}
          ref={entry}
          onChange={(event) => onChoice?.(event.currentTarget.value)}
        >
          {options.map(([option, words]) => (
            <option key={option} value={option}>
              {words}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={name} required autocomplete="off" spellcheck={false} ref={entry} {...input} />
      )}
    </label>
  );
}
