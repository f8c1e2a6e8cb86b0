import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useField } from '../../live/catalogue';
import * as words from '../../words/campaigns';
import * as messages from '../../words/messages';
import classes from './Campaigns.module.css';
import { Composer } from './Composer';
import type { Draft } from './draft';
import { KeepTemplate } from './KeepTemplate';

interface Props {
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
}

/** What the campaign says, in one wording or two. */
export function Wordings({ draft, onDraft }: Props) {
  const [second, setSecond] = useState(false);
  const offers = useField('campaign', 'offer')?.choices ?? [];
  const writesSecond = second && draft.other !== null;
  return (
    <>
      <div className={classes.tools}>
        <NativeSelect
          size="xs"
          aria-label={messages.offer}
          title={messages.offerHint}
          value={draft.offer}
          onChange={(event) => onDraft({ offer: event.currentTarget.value })}
          data={[{ value: '', label: `${messages.offer}…` }, ...offers]}
        />
        {draft.other === null ? (
          <Button
            size="xs"
            variant="default"
            title={words.addOtherHint}
            onClick={() => {
              onDraft({ other: draft.text });
              setSecond(true);
            }}
          >
            {words.addOther}
          </Button>
        ) : (
          <>
            <SegmentedControl
              size="xs"
              aria-label={messages.body}
              value={writesSecond ? 'b' : 'a'}
              onChange={(value) => setSecond(value === 'b')}
              data={[
                { value: 'a', label: words.versionA },
                { value: 'b', label: words.versionB },
              ]}
            />
            <Button size="compact-xs" variant="subtle" onClick={() => onDraft({ other: null })}>
              {words.removeOther}
            </Button>
          </>
        )}
        <KeepTemplate written={draft} />
      </div>
      <Composer
        key={writesSecond ? 'b' : 'a'}
        channel={draft.channel}
        text={writesSecond && draft.other ? draft.other : draft.text}
        onText={(text) => onDraft(writesSecond ? { other: text } : { text })}
        commercial
      />
    </>
  );
}
