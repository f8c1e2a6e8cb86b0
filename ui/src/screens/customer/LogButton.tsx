import { Button, Menu } from '@mantine/core';
import { useEffect, useState, type KeyboardEvent } from 'react';
import type { CustomerFile } from '../../engine';
import { useField } from '../../live/catalogue';
import { IconPencilPlus } from '../../parts/icons';
import * as words from '../../words/timeline';
import classes from './Customer.module.css';
import { LogForm } from './LogForm';

/** A campaign is never logged by hand. */
const OTHERS = new Set(['campaign']);

/** Two keys from anywhere on the record: Alt+S, then the first letter of what took place. */
export function LogButton({ file }: { file: CustomerFile }) {
  const [choosing, setChoosing] = useState(false);
  const [kind, setKind] = useState<string | null>(null);
  const choices = (useField('activity', 'kind')?.choices ?? []).filter(
    (choice) => !OTHERS.has(choice.value),
  );

  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (document.querySelector('[role="dialog"]') === null) setChoosing(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  function pick(value: string) {
    setChoosing(false);
    setKind(value);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const found = choices.find((choice) => initial(choice.label) === event.key.toLowerCase());
    if (!found) return;
    event.preventDefault();
    event.stopPropagation();
    pick(found.value);
  }

  return (
    <>
      <Menu
        opened={choosing}
        onChange={setChoosing}
        position="bottom-end"
        withinPortal
        trapFocus
        returnFocus
      >
        <Menu.Target>
          <Button
            size="compact-md"
            leftSection={<IconPencilPlus size={16} aria-hidden />}
            title={words.writeHint}
            aria-keyshortcuts="Alt+S"
          >
            {words.write}
          </Button>
        </Menu.Target>
        <Menu.Dropdown onKeyDownCapture={onKeyDown} miw={200}>
          {choices.map((choice) => (
            <Menu.Item
              key={choice.value}
              rightSection={
                <kbd className={classes.key}>{initial(choice.label).toUpperCase()}</kbd>
              }
              onClick={() => pick(choice.value)}
            >
              {choice.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {kind !== null && <LogForm file={file} kind={kind} onClose={() => setKind(null)} />}
    </>
  );
}

function initial(label: string): string {
  return label.charAt(0).toLowerCase();
}
