import { ActionIcon, Button, Group, Modal, Text, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { quitProgram } from '../engine';
import { sayFailure } from '../live/change';
import { IconPower } from '../parts/icons';
import { Empty } from '../parts/Trouble';
import * as words from '../words/shell';
import classes from './Quit.module.css';

/** Ends the program, which has no window of its own; what follows is said in its place. */
export function Quit() {
  const [asked, setAsked] = useState(false);
  const [done, setDone] = useState(false);
  return (
    <>
      <Tooltip label={words.quit}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={words.quit}
          onClick={() => setAsked(true)}
        >
          <IconPower size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={words.quitTitle}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <Text size="sm">{words.quitHint}</Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button variant="default" onClick={() => setAsked(false)}>
            {words.stay}
          </Button>
          <Button
            data-autofocus
            onClick={() =>
              void quitProgram().then(() => {
                setAsked(false);
                setDone(true);
              }, sayFailure)
            }
          >
            {words.quit}
          </Button>
        </Group>
      </Modal>
      {done && createPortal(<Gone />, document.body)}
    </>
  );
}

/** Over everything: nothing behind answers any more. */
function Gone() {
  return (
    <div className={classes.gone} role="alertdialog" aria-label={words.quitDone}>
      <Empty icon={<IconPower size={28} aria-hidden />} page title={words.quitDone}>
        {words.quitDoneHint}
      </Empty>
    </div>
  );
}
