import { useEffect, useRef } from 'react';
import { usePaused } from '../../live/debounce';
import { useRead } from '../../live/read';
import * as words from '../../words/create';
import classes from './Create.module.css';

const isPostcode = (text: string) => /^\d{5}$/.test(text.trim());

/** Fills the town once, when the postcode knows only one; what the person typed stays. */
export function useTownOf(postcode: string, town: string, onTown: (town: string) => void): void {
  const code = postcode.trim();
  const places = useRead(
    'place.find',
    { postcode: code, town: null },
    { enabled: isPostcode(code) },
  );
  const filledFor = useRef('');
  useEffect(() => {
    const towns = places.data?.places ?? [];
    const only = towns[0];
    if (!isPostcode(code) || !only || towns.length !== 1 || filledFor.current === code) return;
    filledFor.current = code;
    if (town.trim() === '') onTown(only.town);
  }, [places.data, code, town, onTown]);
}

interface Props {
  postcode: string;
  town: string;
  onTown: (town: string) => void;
}

/** The towns of the postcode to choose from, or a warning when both disagree. */
export function PlaceHint({ postcode, town, onTown }: Props) {
  const code = postcode.trim();
  const typed = usePaused(town.trim(), 300);
  const known = isPostcode(code);
  const places = useRead('place.find', { postcode: code, town: null }, { enabled: known });
  const both = useRead(
    'place.find',
    { postcode: code, town: typed },
    { enabled: known && typed !== '' },
  );
  if (!known) return null;
  const towns = (places.data?.places ?? []).map((place) => place.town);

  if (town.trim() === '' && towns.length > 1) {
    return (
      <div className={classes.towns}>
        <span className={classes.hint}>{words.towns}</span>
        {towns.slice(0, 6).map((name) => (
          <button
            key={name}
            type="button"
            aria-label={words.useTown(name)}
            onClick={() => onTown(name)}
          >
            {name}
          </button>
        ))}
      </div>
    );
  }
  if (typed !== '' && typed === town.trim() && both.data?.agree === false) {
    return (
      <p role="status" className={classes.warning}>
        {words.disagree(code, towns)}
      </p>
    );
  }
  return null;
}
