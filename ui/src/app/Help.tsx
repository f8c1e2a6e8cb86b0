import { ActionIcon, Button, Drawer, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { HelpText } from '../parts/HelpText';
import { IconHelp, IconRoute } from '../parts/icons';
import * as words from '../words/help';

/** The help of the screen one is on, from its button or F1. */
export function Help() {
  const [address] = useLocation();
  const [opened, setOpened] = useState(false);
  const topic = words.topicAt(address);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      setOpened(true);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  function visit() {
    setOpened(false);
    // Once the drawer has gone and given the focus back.
    setTimeout(() => void import('../parts/tour').then(({ startTour }) => startTour(topic)), 260);
  }

  return (
    <>
      <Tooltip label={words.helpHere}>
        <ActionIcon
          variant="default"
          size={34}
          aria-label={words.help}
          aria-keyshortcuts="F1"
          onClick={() => setOpened(true)}
        >
          <IconHelp size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="right"
        size={400}
        title={topic.title}
        attributes={{ header: { role: 'presentation' } }}
        overlayProps={{ backgroundOpacity: 0.25 }}
        styles={{ title: { fontSize: 18, fontWeight: 650 } }}
        closeButtonProps={{ 'aria-label': words.close }}
      >
        <HelpText topic={topic} level={3} />
        <div style={{ display: 'flex', gap: 8, marginTop: 16 }}>
          <Button leftSection={<IconRoute size={17} aria-hidden />} onClick={visit}>
            {words.startTour}
          </Button>
          <Button component={Link} href="/aide" variant="default" onClick={() => setOpened(false)}>
            {words.all}
          </Button>
        </div>
      </Drawer>
    </>
  );
}
