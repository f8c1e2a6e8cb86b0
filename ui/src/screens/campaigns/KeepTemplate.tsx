import { Button, Popover, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { change } from '../../live/change';
import { problemSentence } from '../../words/errors';
import * as words from '../../words/messages';
import classes from './Campaigns.module.css';
import { textFor, type Written } from './draft';

/** Keeps the message as a template of one's own. */
export function KeepTemplate({ written }: { written: Written }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);

  async function keep(event: FormEvent) {
    event.preventDefault();
    const outcome = await change(
      'message.save',
      {
        ref: null,
        name: name.trim(),
        channel: written.channel,
        offer: written.offer || null,
        text: textFor(written.channel, written.text),
      },
      words.templateKept(name.trim()),
    );
    if ('done' in outcome) setOpen(false);
    else if (outcome.problems[0]) setError(problemSentence(outcome.problems[0]));
  }

  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          disabled={written.text.body.trim() === ''}
          onClick={() => setOpen(!open)}
        >
          {words.keepTemplate}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={classes.inline} onSubmit={(event) => void keep(event)}>
          <TextInput
            size="xs"
            aria-label={words.templateName}
            placeholder={words.templateName}
            value={name}
            error={error}
            maxLength={120}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button size="xs" type="submit">
            {words.keepTemplate}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
