import { Autocomplete, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useRef, type KeyboardEvent, type Ref } from 'react';
import type { FieldView, Link } from '../engine/types';
import * as words from '../words/fields';
import { DayPicker } from './DayPicker';
import { ReferenceInput } from './ReferenceInput';

export interface FieldInputProps {
  field: FieldView;
  /** What is typed, as text; empty means nothing. */
  value: string;
  onChange: (text: string) => void;
  onBlur?: (() => void) | undefined;
  onKeyDown?: ((event: KeyboardEvent) => void) | undefined;
  error?: string | null | undefined;
  id?: string | undefined;
  /** Shown above; without it the label is only spoken. */
  labelled?: boolean;
  inputRef?: Ref<HTMLElement> | undefined;
  options?: Link[] | undefined;
  autoComplete?: string | undefined;
  /** Has the focus when its form opens. */
  focused?: boolean;
}

const NUMBERS = new Set(['integer', 'money', 'quantity']);
const FIGURES = new Set(['phone', 'postcode', 'siren', 'siret']);

/** The editor that a field's kind calls for. */
export function FieldInput(props: FieldInputProps) {
  const { field, value, onChange, labelled = true } = props;
  const common = {
    id: props.id,
    label: labelled ? field.label : undefined,
    'aria-label': labelled ? undefined : field.label,
    required: labelled && field.required,
    error: props.error || undefined,
    onBlur: props.onBlur,
    onKeyDown: props.onKeyDown,
    size: 'sm' as const,
    'data-autofocus': props.focused || undefined,
  };

  if (field.kind === 'reference') {
    return (
      <div onBlur={props.onBlur} onKeyDown={props.onKeyDown}>
        <ReferenceInput
          id={props.id}
          label={common.label}
          ariaLabel={common['aria-label']}
          value={value}
          onChange={onChange}
          error={props.error}
          required={common.required}
          inputRef={props.inputRef as Ref<HTMLInputElement>}
          options={props.options}
        />
      </div>
    );
  }
  if (field.kind === 'choice' && field.open) {
    const known = new Set<string>();
    const data = field.choices
      .map((choice) => choice.label)
      .filter((label) => !known.has(label) && known.add(label));
    return (
      <Autocomplete
        {...common}
        ref={props.inputRef as Ref<HTMLInputElement>}
        value={value}
        onChange={onChange}
        data={data}
        limit={40}
        maxDropdownHeight={220}
        autoComplete="off"
      />
    );
  }
  if (field.kind === 'choice' || field.kind === 'flag') {
    const choices = field.kind === 'flag' ? YES_NO : field.choices;
    return (
      <NativeSelect
        {...common}
        ref={props.inputRef as Ref<HTMLSelectElement>}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: field.required ? words.choose : words.emptyValue }, ...choices]}
      />
    );
  }
  if (field.kind === 'long_text') {
    return (
      <Textarea
        {...common}
        ref={props.inputRef as Ref<HTMLTextAreaElement>}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={8}
      />
    );
  }
  if (field.kind === 'date') return <DayInput {...props} common={common} />;
  return (
    <TextInput
      {...common}
      ref={props.inputRef as Ref<HTMLInputElement>}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={words.placeholderOf(field.kind)}
      inputMode={NUMBERS.has(field.kind) ? 'decimal' : FIGURES.has(field.kind) ? 'tel' : undefined}
      autoComplete={props.autoComplete ?? 'off'}
      spellCheck={false}
      rightSection={field.unit ? <span className="unit">{field.unit}</span> : undefined}
      rightSectionWidth={field.unit ? 44 : undefined}
    />
  );
}

type Common = Pick<FieldInputProps, 'onKeyDown'> & Record<string, unknown>;

function DayInput({
  field,
  value,
  onChange,
  inputRef,
  common,
}: FieldInputProps & { common: Common }) {
  const open = useRef<() => void>(() => undefined);
  return (
    <TextInput
      {...common}
      ref={inputRef as Ref<HTMLInputElement>}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'ArrowDown') {
          event.preventDefault();
          event.stopPropagation();
          open.current();
        } else common.onKeyDown?.(event);
      }}
      placeholder={words.placeholderOf(field.kind)}
      inputMode="tel"
      autoComplete="off"
      spellCheck={false}
      rightSection={<DayPicker label={field.label} value={value} onChange={onChange} open={open} />}
    />
  );
}

const YES_NO = [
  { value: 'true', label: words.yes },
  { value: 'false', label: words.no },
];
