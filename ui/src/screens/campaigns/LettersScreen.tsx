import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Letter } from '../../engine';
import { useRead } from '../../live/read';
import { IconArrowLeft, IconPrinter } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatPhone } from '../../words/format';
import * as words from '../../words/messages';
import classes from './Letters.module.css';

/** Letters shown at once: so many pages are printed in one go. */
const PAGE = 200;

/** Letters as they go to paper, one a page, the address where the window of an envelope is. */
export default function LettersScreen({ reference, back }: { reference: string; back: string }) {
  const [offset, setOffset] = useState(0);
  const found = useRead('message.letters', { ref: reference, offset, limit: PAGE }, { keep: true });
  if (found.error)
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  const letters = found.data?.letters ?? [];
  const total = found.data?.total ?? 0;
  return (
    <div className={classes.screen}>
      <div className={classes.tools} data-screen-only>
        <Button
          component={Link}
          href={back}
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {words.backFromLetters}
        </Button>
        <Button
          loading={!found.data}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.printLetters}
        </Button>
        <h1>{words.lettersTitle(total)}</h1>
        <p>{words.lettersHint}</p>
        {total > offset + letters.length && (
          <>
            <p role="status">{words.lettersCut(letters.length, total)}</p>
            <Button variant="default" onClick={() => setOffset(offset + PAGE)}>
              {words.moreLetters}
            </Button>
          </>
        )}
      </div>
      <div className={classes.pages}>
        {letters.map((letter, at) => (
          <Page key={`${letter.customer}-${at}`} letter={letter} />
        ))}
      </div>
    </div>
  );
}

function Page({ letter }: { letter: Letter }) {
  const [name, ...lines] = letter.sender;
  const phone = lines.pop();
  return (
    <article className={classes.page} aria-label={letter.label}>
      <address className={classes.sender}>
        <strong>{name}</strong>
        {lines.map((line) => (
          <span key={line}>{line}</span>
        ))}
        {phone && <span>{words.phoneOf(formatPhone(phone))}</span>}
      </address>
      <address className={classes.address}>
        {letter.address.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </address>
      <p className={classes.day}>{words.placeAndDay(letter.place, letter.day)}</p>
      <h2 className={classes.subject}>
        {words.about}&nbsp;: {letter.subject}
      </h2>
      <p className={classes.body}>{letter.body}</p>
    </article>
  );
}
