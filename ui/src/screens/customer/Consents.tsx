import { Button, Menu, SegmentedControl, Skeleton } from '@mantine/core';
import type { ChannelView, ContactMode, CustomerFile } from '../../engine';
import { change } from '../../live/change';
import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { IconCheck, IconX } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import * as words from '../../words/consents';
import { failureSentence } from '../../words/errors';
import classes from './Consents.module.css';
import { Rows } from './Rows';

/** What the customer said for each channel, and whether they may be approached today. */
export function Consents({ file }: { file: CustomerFile }) {
  const [mode, setMode] = usePreference<ContactMode>('contact-rules', readMode, 'complete');
  const found = useRead('consents.read', { ref: file.customer.ref, mode }, { keep: true });
  if (found.error) {
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  }
  if (!found.data) return <Skeleton height={200} />;
  const { channels, origins } = found.data;
  return (
    <div className={classes.panel}>
      <div className={classes.bar}>
        <h2>{words.title}</h2>
        <span className={classes.hint}>{words.modeHint[mode]}</span>
        <SegmentedControl
          size="xs"
          aria-label={words.rules}
          value={mode}
          onChange={(value) => setMode(value as ContactMode)}
          data={(['complete', 'strict'] as const).map((value) => ({
            value,
            label: words.mode(value),
          }))}
        />
      </div>
      <div className={classes.channels}>
        {channels.map((channel) => (
          <Channel
            key={channel.channel}
            view={channel}
            origins={origins}
            reference={file.customer.ref}
          />
        ))}
      </div>
      <Rows file={file} entity="consent" records={file.consents} />
    </div>
  );
}

interface ChannelProps {
  view: ChannelView;
  origins: string[];
  reference: string;
}

function Channel({ view, origins, reference }: ChannelProps) {
  const name = words.channel(view.channel);
  const { allowed } = view.today;
  const agreed = view.consent?.values['state'] === 'granted';

  function say(state: string, origin: string | null = null) {
    void change('consent.set', { ref: reference, channel: view.channel, state, origin });
  }

  return (
    <section className={classes.channel} aria-label={name}>
      <h3>
        {name}
        <span className={classes.verdict} data-allowed={allowed}>
          {allowed ? <IconCheck size={14} aria-hidden /> : <IconX size={14} aria-hidden />}
          {allowed ? words.yes : words.no}
        </span>
      </h3>
      <p>{words.reason(view.today, view.channel)}</p>
      {allowed && view.hours.length > 0 && (
        <p className={classes.hint} data-late={!view.now || undefined}>
          {words.hours(view)}
        </p>
      )}
      <p className={classes.source}>{words.source(view.source)}</p>
      <div className={classes.acts}>
        <Menu withinPortal position="bottom-start">
          <Menu.Target>
            <Button size="compact-xs" variant="default" aria-label={words.agreeBy(name)}>
              {words.agree}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{words.howAgreed}</Menu.Label>
            {origins.map((origin) => (
              <Menu.Item key={origin} onClick={() => say('granted', origin)}>
                {origin}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        {agreed ? (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.withdrawBy(name)}
            onClick={() => say('withdrawn')}
          >
            {words.withdraw}
          </Button>
        ) : (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={words.refuseBy(name)}
            onClick={() => say('refused')}
          >
            {words.refuse}
          </Button>
        )}
      </div>
    </section>
  );
}

function readMode(text: string): ContactMode | null {
  return text === '"strict"' ? 'strict' : null;
}
