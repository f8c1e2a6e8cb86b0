import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Definition, Scope, TileView } from '../../engine';
import { useKnown } from '../../live/catalogue';
import { change } from '../../live/change';
import { usePaused } from '../../live/debounce';
import type { Narrowing } from '../../live/lists';
import { useRead } from '../../live/read';
import * as words from '../../words/dashboards';
import * as shell from '../../words/shell';
import classes from './Dashboards.module.css';
import { startDraft, startOf, withQuestion, type Draft } from './draft';
import { HowPart, WhatPart, ByPart } from './EditorParts';
import { pathLabel } from './shape';
import { TileBody } from './TileBody';

interface Props {
  dashboard: string;
  /** None for a tile that is not there yet. */
  tile: TileView | null;
  /** A targeting to begin with. */
  narrowing?: Narrowing | null;
  scope: Scope;
  onClose: () => void;
}

const draftOf = (tile: TileView | null): Draft =>
  tile?.definition && tile.chart
    ? {
        title: tile.title,
        chart: tile.chart,
        question: tile.definition.question,
        about: tile.definition.about ?? '',
      }
    : { ...startDraft, title: tile?.title ?? '' };

/** What to count, by what, how to show it; and at once what comes of it. */
export function TileEditor({ dashboard, tile, narrowing = null, scope, onClose }: Props) {
  const catalogue = useKnown();
  const [draft, setDraft] = useState<Draft>(() => (narrowing ? startOf(narrowing) : draftOf(tile)));
  const question = usePaused(draft.question, 150);
  const answer = useRead('dashboard.answer', { question, scope }, { keep: true });
  const proposed = titleOf();

  function titleOf(): string {
    const { entity, measure, by } = draft.question;
    const what =
      measure === 'count'
        ? (words.entities[entity] ?? '')
        : words.measures[words.measureKind(measure)];
    const names = by.map(({ field }) => pathLabel(catalogue, entity, field).toLowerCase());
    return names.length === 0 ? what : `${what} par ${names.join(' et par ')}`;
  }

  async function save() {
    const title = draft.title.trim() || proposed;
    const definition: Definition = { version: 1, question: draft.question, about: draft.about };
    const shown = { title, chart: draft.chart, definition };
    const outcome = tile
      ? await change('tile.edit', { ref: tile.ref, ...shown })
      : await change('tile.add', { dashboard, ...shown });
    if ('done' in outcome) onClose();
  }

  const parts = {
    draft,
    narrowing,
    onQuestion: (next: Draft['question']) => setDraft(withQuestion(draft, next)),
    onDraft: setDraft,
  };
  return (
    <Modal
      opened
      size={980}
      onClose={onClose}
      title={tile ? words.editorEdit : words.editorNew}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      <form
        className={classes.editor}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className={classes.choices}>
          <WhatPart {...parts} />
          <ByPart {...parts} />
          <HowPart {...parts} />
        </div>
        <div className={classes.seen}>
          <TextInput
            label={words.tileTitle}
            placeholder={proposed}
            data-autofocus
            value={draft.title}
            maxLength={120}
            onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
          />
          <section className={classes.preview} aria-label={words.preview}>
            <TileBody
              title={draft.title || proposed}
              chart={draft.chart}
              question={question}
              answer={answer.isPlaceholderData ? null : (answer.data ?? null)}
              failed={answer.error !== null}
            />
          </section>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" disabled={answer.error !== null}>
              {tile ? words.save : words.addIt}
            </Button>
          </Group>
        </div>
      </form>
    </Modal>
  );
}
