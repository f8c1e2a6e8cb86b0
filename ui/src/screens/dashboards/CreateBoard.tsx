import { Button, Group, Modal, Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Boards } from '../../engine';
import { change } from '../../live/change';
import * as words from '../../words/dashboards';
import * as shell from '../../words/shell';
import classes from './Dashboards.module.css';

interface Props {
  boards: Boards;
  onClose: () => void;
  onDone: (name: string) => void;
}

/** A new board: empty, or from one of the templates. */
export function CreateBoard({ boards, onClose, onDone }: Props) {
  const [template, setTemplate] = useState('');
  const [name, setName] = useState('');
  const [taken, setTaken] = useState(false);

  async function create() {
    const input = { name, template: template || null, like: null };
    const outcome = await change('dashboard.create', input);
    if (!('done' in outcome)) {
      setTaken(outcome.problems.length > 0);
      return;
    }
    onClose();
    onDone(name.trim());
  }

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={words.newBoard}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextInput
          label={words.boardName}
          value={name}
          maxLength={120}
          data-autofocus
          error={taken ? words.nameTaken : null}
          onChange={(event) => {
            setTaken(false);
            setName(event.currentTarget.value);
          }}
        />
        <Radio.Group label={words.startFrom} value={template} onChange={setTemplate} mt="md">
          <div className={classes.templates}>
            <Radio value="" label={words.fromScratch} description={words.fromScratchHint} />
            {boards.templates.map(({ key, title, about, tiles }) => (
              <Radio
                key={key}
                value={key}
                label={`${title} · ${words.tilesCount(tiles.length)}`}
                description={about}
              />
            ))}
          </div>
        </Radio.Group>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit">{words.create}</Button>
        </Group>
      </form>
    </Modal>
  );
}
