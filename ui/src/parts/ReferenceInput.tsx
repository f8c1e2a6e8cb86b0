import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { use, useEffect, useState, type Ref } from 'react';
import type { Link } from '../engine/types';
import * as words from '../words/fields';
import { FinderContext } from './finder';

interface Props {
  id?: string | undefined;
  label?: string | undefined;
  ariaLabel?: string | undefined;
  value: string;
  onChange: (ref: string) => void;
  error?: string | null | undefined;
  required?: boolean | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
  /** Fixed choices; without them the finder is asked as the person types. */
  options?: Link[] | undefined;
}

/** Chooses another record by its name. */
export function ReferenceInput(props: Props) {
  const { value, onChange, options } = props;
  const finder = use(FinderContext);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const known = options?.find((option) => option.ref === value)?.label ?? finder.nameOf(value);
  const [picked, setPicked] = useState<Link | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [found, setFound] = useState<Link[]>([]);

  useEffect(() => {
    if (options || text === null || text.trim() === '') return;
    let current = true;
    const timer = setTimeout(() => {
      void finder.find(text).then((links) => current && setFound(links));
    }, 80);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, options, finder]);

  // Answers come after the keys: the first one is ready for Enter.
  useEffect(() => {
    if (found.length > 0) combobox.selectFirstOption();
    // The store is a new object at each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [found]);

  const shown = options ? matching(options, text) : found;

  function typed(next: string) {
    setText(next);
    combobox.openDropdown();
    combobox.selectFirstOption();
    if (next.trim() === '') onChange('');
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(ref) => {
        onChange(ref);
        setPicked(shown.find((link) => link.ref === ref) ?? null);
        setText(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          id={props.id}
          label={props.label}
          aria-label={props.ariaLabel}
          required={props.required}
          error={props.error}
          ref={props.inputRef}
          size="sm"
          placeholder={words.findRecord}
          value={text ?? (picked?.ref === value && value ? picked.label : value ? known : '')}
          onChange={(event) => typed(event.currentTarget.value)}
          onFocus={() => options && combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            setText(null);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text === null && !options}>
        <Combobox.Options aria-label={props.label ?? props.ariaLabel}>
          {shown.map((link) => (
            <Combobox.Option value={link.ref} key={link.ref}>
              {link.label}
            </Combobox.Option>
          ))}
          {shown.length === 0 && <Combobox.Empty>{words.nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function matching(options: Link[], text: string | null): Link[] {
  const wanted = (text ?? '').toLocaleLowerCase('fr');
  return options.filter((option) => option.label.toLocaleLowerCase('fr').includes(wanted));
}
