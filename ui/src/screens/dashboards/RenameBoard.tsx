import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { change } from '../../live/change';
import * as words from '../../words/dashboards';
import * as shell from '../../words/shell';

interface Props {
  name: string;
  onClose: () => void;
  onDone: (name: string) => void;
}

/** Another name for a board. */
export function RenameBoard({ name, onClose, onDone }: Props) {
  const [text, setText] = useState(name);
  const [taken, setTaken] = useState(false);

  async function save() {
    const outcome = await change('dashboard.rename', { name, to: text });
    if (!('done' in outcome)) {
      setTaken(outcome.problems.length > 0);
      return;
    }
    onClose();
    onDone(text.trim());
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.renameTitle}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          label={words.boardName}
          value={text}
          maxLength={120}
          data-autofocus
          error={taken ? words.nameTaken : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit">{words.save}</Button>
        </Group>
      </form>
    </Modal>
  );
}
