import { Modal } from '@mantine/core';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { usePaused } from '../live/debounce';
import { useRead } from '../live/read';
import { IconSearch } from '../parts/icons';
import * as words from '../words/shell';
import classes from './Palette.module.css';
import { commandsFor, isNamed, usePaletteCommands } from './commands';
import { Hit } from './Hit';

interface Entry {
  id: string;
  content: ReactNode;
  run: () => void;
}

interface Props {
  opened: boolean;
  onClose: () => void;
  onOpen: (ref: string) => void;
  fieldLabel: (key: string) => string;
}

/** One box for everything: clients as they are typed, and what can be done. */
export function Palette({ opened, onClose, onOpen, fieldLabel }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={620}
      yOffset={64}
      padding={0}
      attributes={{ content: { 'aria-label': words.searchShort } }}
      returnFocus={false}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      transitionProps={{ duration: 0 }}
    >
      {/* Each opening begins empty, even when it follows at once. */}
      {opened && <PaletteBody onClose={onClose} onOpen={onOpen} fieldLabel={fieldLabel} />}
    </Modal>
  );
}

function PaletteBody({ onClose, onOpen, fieldLabel }: Omit<Props, 'opened'>) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);
  const id = useId();
  const typed = text.trim();
  const asked = usePaused(typed, 60);
  const search = useRead(
    'search.find',
    { text: asked, limit: 12 },
    { enabled: asked !== '', keep: true },
  );
  const hits = typed === '' ? [] : (search.data?.hits ?? []);
  const total = search.data?.total ?? 0;
  const commands = commandsFor(usePaletteCommands(), typed);

  const found: Entry[] = hits.map((hit) => ({
    id: hit.ref,
    content: <Hit hit={hit} fieldLabel={fieldLabel} />,
    run: () => onOpen(hit.ref),
  }));
  const doable: Entry[] = commands.map((command) => ({
    id: command.id,
    content: (
      <>
        <span className={classes.icon}>{command.icon}</span>
        <span className={classes.label}>{command.label}</span>
        {command.keys && <kbd className={classes.keys}>{command.keys}</kbd>}
      </>
    ),
    run: command.run,
  }));
  // The name of a screen, typed whole, is where one wants to go: before those whose names look like it.
  const goes = commands[0] !== undefined && isNamed(commands[0], typed);
  const entries = goes ? [...doable, ...found] : [...found, ...doable];
  const at = Math.min(active, Math.max(0, entries.length - 1));

  // At once: what is typed right after Ctrl+K must not be lost.
  useLayoutEffect(() => box.current?.focus(), []);
  useEffect(() => setActive(0), [typed]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  function run(entry: Entry | undefined) {
    if (!entry) return;
    onClose();
    entry.run();
  }

  // Enter pressed before the answer to what was typed: it is done once the answer is there.
  const ready = typed === '' || (asked === typed && !search.isFetching);
  const entered = useRef(false);
  useEffect(() => {
    entered.current = false;
  }, [typed]);
  useEffect(() => {
    if (!ready || !entered.current) return;
    entered.current = false;
    run(entries[at]);
  });

  function onKeyDown(event: KeyboardEvent) {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      setActive((to + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (ready) run(entries[at]);
      else entered.current = true;
    }
  }

  const option = (entry: Entry, index = entries.indexOf(entry)) => (
    <div
      key={entry.id}
      id={`${id}-${entry.id}`}
      role="option"
      aria-selected={index === at}
      className={classes.option}
      onMouseMove={() => setActive(index)}
      onClick={() => run(entry)}
    >
      {entry.content}
    </div>
  );

  const group = (label: string, shown: Entry[]) =>
    shown.length > 0 && (
      <div key={label} role="group" aria-label={label}>
        <div className={classes.heading} aria-hidden>
          {label}
        </div>
        {shown.map((entry) => option(entry))}
      </div>
    );
  const clients = group(words.found, found);
  const actions = group(words.actions, doable);

  return (
    <div className={classes.palette}>
      <div className={classes.box}>
        <IconSearch size={20} aria-hidden />
        <input
          ref={box}
          data-autofocus
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={entries[at] ? `${id}-${entries[at].id}` : undefined}
          aria-label={words.searchShort}
          placeholder={words.searchHint}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div
        className={classes.list}
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={words.results}
      >
        {goes ? [actions, clients] : [clients, actions]}
      </div>
      <div className={classes.foot} role="status">
        {typed !== '' && asked === typed && search.isSuccess && total === 0
          ? `${words.nothing(typed)} ${words.tryAgain}`
          : total > hits.length && typed !== ''
            ? words.more(total - hits.length)
            : words.keyboardHelp}
      </div>
    </div>
  );
}
