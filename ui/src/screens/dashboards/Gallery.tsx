import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReadyView } from '../../engine';
import { change } from '../../live/change';
import { IconAdjustments, IconSearch } from '../../parts/icons';
import * as words from '../../words/dashboards';
import { notKnown } from '../../words/tileTargets';
import * as shell from '../../words/shell';
import { chartIcon } from './chartIcons';
import { holdsWords } from '../../words/typed';
import classes from './Dashboards.module.css';

interface Props {
  dashboard: string;
  ready: ReadyView[];
  onOwn: () => void;
  onClose: () => void;
}

/** The tiles ready to be put on a board, by subject; one press puts one there. */
export function Gallery({ dashboard, ready, onOwn, onClose }: Props) {
  const [text, setText] = useState('');
  const found = ready.filter(({ title, about, group }) =>
    holdsWords(`${title} ${about} ${group}`, text.trim()),
  );
  const groups = [...new Set(found.map(({ group }) => group))];

  function put({ title, chart, definition }: ReadyView) {
    onClose();
    void change('tile.add', { dashboard, title, chart, definition });
  }

  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={words.gallery}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <div className={classes.galleryHead}>
        <TextInput
          data-autofocus
          className={classes.grow}
          aria-label={words.searchTiles}
          placeholder={words.searchTiles}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          variant="light"
          leftSection={<IconAdjustments size={16} aria-hidden />}
          title={words.ownTileHint}
          onClick={onOwn}
        >
          {words.ownTile}
        </Button>
      </div>
      {found.length === 0 && <p className={classes.quiet}>{words.noReady(text)}</p>}
      {groups.map((group) => (
        <section key={group} aria-label={group}>
          <h3 className={classes.galleryGroup}>{group}</h3>
          <div className={classes.gallery}>
            {found
              .filter((tile) => tile.group === group)
              .map((tile) => (
                <button
                  key={tile.key}
                  type="button"
                  className={classes.ready}
                  title={words.put(tile.title)}
                  onClick={() => put(tile)}
                >
                  <span className={classes.readyIcon}>{chartIcon(tile.chart)}</span>
                  <span>
                    <b>{tile.title}</b>
                    <span className={classes.readyAbout}>{tile.about}</span>
                  </span>
                </button>
              ))}
          </div>
        </section>
      ))}
      <p className={classes.quiet}>{notKnown}</p>
    </Modal>
  );
}
