import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useRef } from 'react';
import type { MessageChannel, MessageProblem, MessageText } from '../../engine';
import { usePaused } from '../../live/debounce';
import { useRead } from '../../live/read';
import * as words from '../../words/messages';
import classes from './Campaigns.module.css';
import { inserted, textFor } from './draft';
import { Remarks } from './Remarks';

interface Props {
  channel: MessageChannel;
  text: MessageText;
  onText: (text: MessageText) => void;
  /** It is one of a campaign: the law asks for mentions. */
  commercial: boolean;
  rows?: number;
}

const PAUSE_MS = 250;

/** A message being written: its fields to insert, what is wrong with it and where, what an SMS costs. */
export function Composer({ channel, text, onText, commercial, rows = 11 }: Props) {
  const subject = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTextAreaElement>(null);
  /** Where a field is inserted: the box that was last in use. */
  const last = useRef<'subject' | 'body'>('body');
  const shown = textFor(channel, text);
  const asked = usePaused(shown, PAUSE_MS);
  const checked = useRead('message.check', { channel, text: asked }, { keep: true });
  const vocabulary = useRead('message.vocabulary', {}, { keep: true });

  function put(piece: string) {
    const inSubject = last.current === 'subject' && channel !== 'sms';
    const box = inSubject ? subject.current : body.current;
    const key = inSubject ? 'subject' : 'body';
    const now = text[key];
    const from = box?.selectionStart ?? now.length;
    const [next, caret] = inserted(now, piece, from, box?.selectionEnd ?? from);
    onText({ ...text, [key]: next });
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(caret, caret);
    });
  }

  function show({ subject: inSubject, span }: MessageProblem) {
    const box = inSubject ? subject.current : body.current;
    box?.focus();
    box?.setSelectionRange(span[0], span[1]);
  }

  return (
    <div className={classes.composer}>
      {channel !== 'sms' && (
        <TextInput
          ref={subject}
          label={words.subject}
          value={text.subject}
          maxLength={200}
          onFocus={() => (last.current = 'subject')}
          onChange={(event) => onText({ ...text, subject: event.currentTarget.value })}
        />
      )}
      <div className={classes.insert}>
        <Select
          size="xs"
          aria-label={words.insertField}
          placeholder={words.insertField}
          title={words.insertHint}
          searchable
          maxDropdownHeight={340}
          value={null}
          data={(vocabulary.data?.groups ?? []).map(({ of, names }) => ({
            group: words.groups[of],
            items: names,
          }))}
          onChange={(name) => name && put(`{${name}}`)}
        />
        <Button size="xs" variant="default" onClick={() => put(words.conditionModel)}>
          {words.addCondition}
        </Button>
      </div>
      <Textarea
        ref={body}
        label={words.body}
        description={words.shareFields}
        value={text.body}
        minRows={channel === 'sms' ? 4 : rows}
        maxRows={18}
        autosize
        maxLength={16_000}
        onFocus={() => (last.current = 'body')}
        onChange={(event) => onText({ ...text, body: event.currentTarget.value })}
      />
      {checked.data && (
        <Remarks
          checked={checked.data}
          commercial={commercial}
          onShow={show}
          onBody={(next) => onText({ ...text, body: next })}
          body={text.body}
        />
      )}
    </div>
  );
}
