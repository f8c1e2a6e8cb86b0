import { useState } from 'react';
import type { Sort, Target } from '../../engine';
import { useRead } from '../../live/read';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { targetProblemSentence } from '../../words/target-problems';
import * as words from '../../words/targeting';
import type { Board } from './board';
import { Builder } from './Builder';
import { KeepBar } from './KeepBar';
import classes from './Targeting.module.css';
import { everything } from './tree';

interface Props {
  /** A saved targeting. */
  reference?: string | null;
  /** A ready-made one. */
  model?: string | null;
  /** A tree to build on. */
  begun?: Target | null;
}

interface Start {
  name: string;
  description: string;
  target: Target;
  sorts: Sort[];
}

const nothing: Start = {
  name: '',
  description: '',
  target: { entity: 'customer', root: everything },
  sorts: [],
};

/** One targeting: new, ready-made or saved. */
export default function TargetingScreen({ reference = null, model = null, begun = null }: Props) {
  const vocabulary = useRead('targeting.vocabulary', {}, { keep: true });
  const list = useRead('targeting.list', {}, { keep: true });
  const opened = useRead(
    'targeting.open',
    { ref: reference ?? '' },
    { enabled: reference !== null },
  );
  const ready = useRead('targeting.ready', {}, { enabled: model !== null, keep: true });
  const failure = vocabulary.error ?? list.error ?? opened.error ?? ready.error;
  if (failure) return <Trouble sentence={failureSentence(failure.code)} />;
  if (!vocabulary.data || !list.data) return null;
  if (reference !== null && !opened.data) return null;
  if (model !== null && !ready.data) return null;

  const found = opened.data;
  if (found && !found.target) {
    const why = found.problems.map(targetProblemSentence).join(' ');
    return <Trouble sentence={words.notUnderstood(found.name, why, found.text)} />;
  }
  const made = ready.data?.ready.find(({ key }) => key === model);
  const fresh = begun ? { ...nothing, target: begun } : nothing;
  const start: Start = found?.target ? { ...found, target: found.target } : (made ?? fresh);
  const saved = list.data.saved.flatMap(({ ref, name, entity }) =>
    entity && ref !== reference ? [{ ref, name, entity }] : [],
  );
  return (
    <Editing
      key={reference ?? model ?? ''}
      reference={reference}
      frozen={found?.mode === 'frozen'}
      start={start}
      saved={saved}
      vocabulary={vocabulary.data}
    />
  );
}

interface EditingProps {
  reference: string | null;
  frozen: boolean;
  start: Start;
  saved: Board['saved'];
  vocabulary: Board['vocabulary'];
}

function Editing({ reference, frozen, start, saved, vocabulary }: EditingProps) {
  const [target, setTarget] = useState(start.target);
  const [sorts, setSorts] = useState(start.sorts);
  return (
    <div className={classes.screen}>
      <KeepBar
        reference={reference}
        frozen={frozen}
        name={start.name}
        description={start.description}
        saved={start.target}
        target={target}
        sorts={sorts}
      />
      <Builder
        vocabulary={vocabulary}
        saved={saved}
        target={target}
        sorts={sorts}
        onTarget={setTarget}
        onSorts={setSorts}
      />
    </div>
  );
}
