import { Button, Checkbox, NativeSelect, SegmentedControl } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import type { ContactMode, MessageChannel } from '../../engine';
import { useField } from '../../live/catalogue';
import { change } from '../../live/change';
import { usePaused } from '../../live/debounce';
import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconArrowLeft, IconSend } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/messages';
import classes from './Campaigns.module.css';
import { Composer } from './Composer';
import { DateBox } from './DateBox';
import { blank, textFor, type Written } from './draft';
import { PreviewPane } from './PreviewPane';
import { TemplatePicker } from './TemplatePicker';

const PAUSE_MS = 300;
const readMode = (text: string): ContactMode | null =>
  text === '"strict"' ? 'strict' : text === '"complete"' ? 'complete' : null;

interface Props {
  reference: string;
  channel: string | null;
}

/** One message to one customer, seen as they would get it. */
export default function WriteScreen({ reference, channel }: Props) {
  const [, go] = useLocation();
  const { user } = useSession();
  const file = useRead('customer.open', { ref: reference }, { keep: true });
  const offers = useField('campaign', 'offer')?.choices ?? [];
  const [mode] = usePreference<ContactMode>('contact-rules', readMode, 'complete');
  const [written, setWritten] = useState<Written>({
    channel: channel === 'sms' || channel === 'letter' ? channel : 'mail',
    offer: '',
    text: blank,
  });
  const [service, setService] = useState(false);
  const [followUp, setFollowUp] = useState('');
  const [error, setError] = useState<string | null>(null);
  const text = usePaused(textFor(written.channel, written.text), PAUSE_MS);
  if (file.error) return <Trouble sentence={failureSentence(file.error.code)} />;
  const customer = file.data?.customer;
  if (!customer) return null;
  const set = (part: Partial<Written>) => setWritten((before) => ({ ...before, ...part }));
  const back = `/clients/${customer.ref}`;

  async function send(event: FormEvent) {
    event.preventDefault();
    if (!customer) return;
    const outcome = await change(
      'message.send',
      {
        customer: customer.ref,
        channel: written.channel,
        offer: written.offer || null,
        text: textFor(written.channel, written.text),
        service,
        next_follow_up_on: followUp || null,
        owner: user,
        mode,
        forced: [],
      },
      words.sent(customer.label),
    );
    if (!('done' in outcome)) {
      setError(outcome.problems[0] ? problemSentence(outcome.problems[0]) : null);
      return;
    }
    go(written.channel === 'letter' ? `/courrier/${outcome.done.ref}/${customer.ref}` : back);
  }

  return (
    <form className={classes.screen} onSubmit={(event) => void send(event)}>
      <div className={classes.bar}>
        <Link href={back} className={classes.back} aria-label={customer.label}>
          <IconArrowLeft size={18} aria-hidden />
        </Link>
        <h1 className={classes.title}>{words.writeTitle(customer.label)}</h1>
        <SegmentedControl
          aria-label={words.channelLabel}
          value={written.channel}
          onChange={(value) => set({ channel: value as MessageChannel })}
          data={Object.entries(words.channels).map(([value, label]) => ({ value, label }))}
        />
        <span className={classes.push} />
        <span className={classes.hint}>{words.fictitious}</span>
        <Button
          type="submit"
          disabled={written.text.body.trim() === ''}
          leftSection={<IconSend size={16} aria-hidden />}
        >
          {words.send}
        </Button>
      </div>
      <div className={classes.board}>
        <div className={classes.form}>
          <div className={classes.two}>
            <TemplatePicker channel={written.channel} onPick={(picked) => setWritten(picked)} />
            <NativeSelect
              label={words.offer}
              value={written.offer}
              onChange={(event) => set({ offer: event.currentTarget.value })}
              data={[{ value: '', label: '' }, ...offers]}
            />
          </div>
          <Composer
            channel={written.channel}
            text={written.text}
            onText={(next) => set({ text: next })}
            commercial={!service}
          />
          <div className={classes.two}>
            <Checkbox
              size="sm"
              checked={service}
              label={words.service}
              description={words.serviceHint}
              onChange={(event) => setService(event.currentTarget.checked)}
            />
            <DateBox label={words.followUp} value={followUp} error={error} onChange={setFollowUp} />
          </div>
        </div>
        <div className={classes.side}>
          <PreviewPane
            channel={written.channel}
            text={text}
            audience={null}
            customer={customer.ref}
            mode={mode}
          />
        </div>
      </div>
    </form>
  );
}
