import type { Entity, Target, TargetTried } from '../../engine';
import { useRead } from '../../live/read';
import { ReferenceInput } from '../../parts/ReferenceInput';
import * as words from '../../words/targeting';
import classes from './Targeting.module.css';
import { TriedMark } from './TriedMark';

/** Each condition for one client: true or false. */
export function useTried(target: Target, ref: string, sound: boolean): TargetTried | undefined {
  const tried = useRead(
    'targeting.test',
    { target, ref },
    { enabled: sound && ref !== '', keep: true },
  );
  return ref !== '' && sound ? tried.data : undefined;
}

interface Props {
  entity: Entity;
  reference: string;
  onReference: (ref: string) => void;
  tried: TargetTried | undefined;
}

/** Chooses a client on whom the conditions are tried. */
export function TryRecord({ entity, reference, onReference, tried }: Props) {
  if (entity !== 'customer') return null;
  return (
    <div className={classes.try}>
      <span className={classes.word}>{words.tryOn}</span>
      <div className={classes.tryInput}>
        <ReferenceInput ariaLabel={words.tryOn} value={reference} onChange={onReference} />
      </div>
      {tried && (
        <span role="status" className={classes.word}>
          <TriedMark tried={tried} /> {tried.holds ? words.isKept : words.isLeft}
        </span>
      )}
    </div>
  );
}
