import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { MergePreview } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { Trouble } from '../../parts/Trouble';
import { failureSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/merge';
import { Differences } from './Differences';
import { Kept, countsOf } from './Kept';
import classes from './Merge.module.css';

/** Several records that become one: which stays, which value in each field where they differ, what moves. */
export default function MergeScreen({ references }: { references: string[] }) {
  const [asked, setAsked] = useState<string | null>(null);
  const input = { customers: references, kept: asked };
  const preview = useRead('merge.preview', input, { keep: true });
  const error = preview.error?.error;
  if (error) {
    const problem = error.code === 'invalid' ? error.problems[0] : undefined;
    return <Trouble sentence={problem ? problemSentence(problem) : failureSentence(error.code)} />;
  }
  if (!preview.data) return null;
  return (
    <Choices
      key={references.join('+')}
      preview={preview.data}
      references={references}
      onKeep={setAsked}
    />
  );
}

interface ChoicesProps {
  preview: MergePreview;
  references: string[];
  onKeep: (reference: string) => void;
}

function Choices({ preview, references, onKeep }: ChoicesProps) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [, go] = useLocation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const kept = preview.customers.find(({ record }) => record.ref === preview.kept);

  async function merge() {
    if (busy) return;
    setBusy(true);
    const input = { customers: references, kept: preview.kept, values: chosen };
    const outcome = await change('merge.do', input);
    setBusy(false);
    if ('done' in outcome) go(`/clients/${outcome.done.ref}`, { replace: true });
  }

  return (
    <form
      className={classes.screen}
      onSubmit={(event) => {
        event.preventDefault();
        void merge();
      }}
    >
      <h1 ref={title} tabIndex={-1} className={classes.title}>
        {words.title}
      </h1>
      <p className={classes.hint}>{words.hint}</p>
      <Kept preview={preview} onKeep={onKeep} />
      <Differences
        preview={preview}
        chosen={chosen}
        onChoose={(key, reference) => setChosen((before) => ({ ...before, [key]: reference }))}
      />
      <Moves preview={preview} name={kept?.record.label ?? ''} />
      <div className={classes.buttons}>
        <span className={classes.note}>{words.undoable}</span>
        <Button variant="default" onClick={() => go('/doublons')}>
          {words.cancel}
        </Button>
        <Button type="submit" aria-disabled={busy}>
          {words.merge(references.length)}
        </Button>
      </div>
    </form>
  );
}

function Moves({ preview, name }: { preview: MergePreview; name: string }) {
  const counts = countsOf(preview.moves);
  const common = preview.vehicles_in_common;
  return (
    <section className={classes.panel} aria-label={words.moves(name)}>
      <h2>{words.moves(name)}</h2>
      <p>{counts || words.nothingMoves}</p>
      {common > 0 && <p>{words.sameVehicles(common)}</p>}
    </section>
  );
}
