import { Button, Menu } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
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
  const known = useField('activity', 'kind')?.choices;
  const choices = useMemo(
    () => (known ?? []).filter((choice) => !OTHERS.has(choice.value)),
    [known],
  );

  function pick(value: string) {
    setChoosing(false);
    setKind(value);
  }
  // Before the menu hears them: its own way with letters only moves along the lines.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) return;
      if (event.altKey) {
        if (key !== 's') return;
        event.preventDefault();
        if (document.querySelector('[role="dialog"]') === null) setChoosing(true);
        return;
      }
      const found = choosing && choices.find((choice) => initial(choice.label) === key);
      if (!found) return;
      event.preventDefault();
      event.stopPropagation();
      pick(found.value);
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [choosing, choices]);

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
            size="compact-sm"
            leftSection={<IconPencilPlus size={16} aria-hidden />}
            title={words.writeHint}
            aria-keyshortcuts="Alt+S"
          >
            {words.write}
          </Button>
        </Menu.Target>
        <Menu.Dropdown miw={200}>
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
