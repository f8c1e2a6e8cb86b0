import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { CampaignFile, MessageChannel, RecordView } from '../../engine';
import { change } from '../../live/change';
import { campaignAddress } from '../../live/lists';
import { useRead } from '../../live/read';
import { IconAlertTriangle, IconArrowLeft, IconPrinter } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatDateTime } from '../../words/format';
import * as words from '../../words/campaigns';
import * as messages from '../../words/messages';
import classes from './Campaigns.module.css';
import { Log } from './Log';
import { Results } from './Results';
import { Retarget } from './Retarget';
import { StateBadge } from './StateBadge';

/** One campaign: what left, what came back, who got it. */
export default function CampaignScreen({ reference }: { reference: string }) {
  const found = useRead('campaign.open', { ref: reference }, { keep: true });
  if (found.error)
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  const file = found.data;
  if (!file) return null;
  const state = words.textOf(file.campaign, 'state');
  return (
    <div className={classes.screen}>
      <Head file={file} state={state} />
      {state === 'scheduled' && <p className={classes.notice}>{words.waits}</p>}
      {state === 'empty' && <p className={classes.notice}>{words.emptied}</p>}
      <Faults file={file} />
      <div className={classes.board}>
        <div className={classes.form}>
          <Results file={file} />
          <Message file={file} />
        </div>
        <Log campaign={reference} channel={words.textOf(file.campaign, 'channel')} />
      </div>
    </div>
  );
}

function Head({ file, state }: { file: CampaignFile; state: string }) {
  const { campaign } = file;
  const channel = words.textOf(campaign, 'channel') as keyof typeof messages.channels;
  const at = words.textOf(campaign, 'sent_at');
  const said = [messages.channels[channel], at && formatDateTime(at)];
  if (file.targeting) said.push(words.ofTargeting(file.targeting));
  return (
    <header className={classes.bar}>
      <Link href="/campagnes" className={classes.back} aria-label={words.back}>
        <IconArrowLeft size={18} aria-hidden />
      </Link>
      <h1 className={classes.title}>{campaign.label}</h1>
      <StateBadge campaign={campaign} />
      <span className={classes.hint}>{said.filter(Boolean).join(', ')}</span>
      <span className={classes.push} />
      {channel === 'letter' && file.results.sent > 0 && (
        <Button
          component={Link}
          href={`/campagnes/${campaign.ref}/courriers`}
          leftSection={<IconPrinter size={16} aria-hidden />}
        >
          {words.letters}
        </Button>
      )}
      {state === 'scheduled' && (
        <Button
          variant="default"
          onClick={() =>
            void change('campaign.cancel', { ref: campaign.ref }, words.cancelled(campaign.label))
          }
        >
          {words.cancel}
        </Button>
      )}
      {file.results.sent > 0 && <Retarget file={file} />}
    </header>
  );
}

function Faults({ file }: { file: CampaignFile }) {
  const codes = words.textOf(file.campaign, 'forced').split(',').filter(Boolean);
  if (codes.length === 0) return null;
  return (
    <p className={classes.fault} role="note">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        <strong>{words.faults}</strong>{' '}
        {codes.map((code) => words.faultNames[code] ?? code).join(', ')}.{' '}
        {file.overruled > 0 && words.overruled(file.overruled)}
      </span>
    </p>
  );
}

/** What a campaign said, to be said again. */
const writtenOf = (campaign: RecordView) => ({
  channel: words.textOf(campaign, 'channel') as MessageChannel,
  offer: words.textOf(campaign, 'offer'),
  text: {
    subject: words.textOf(campaign, 'subject'),
    body: words.textOf(campaign, 'message'),
  },
});

function Message({ file: { campaign } }: { file: CampaignFile }) {
  const texts = [
    { label: words.versionA, subject: 'subject', body: 'message' },
    { label: words.versionB, subject: 'subject_b', body: 'message_b' },
  ].filter(({ body }) => words.textOf(campaign, body) !== '');
  return (
    <details className={classes.details}>
      <summary>{words.seeMessage}</summary>
      {texts.map(({ label, subject, body }) => (
        <article key={body} className={classes.paper}>
          {texts.length > 1 && <h3>{label}</h3>}
          <h3>{words.textOf(campaign, subject)}</h3>
          <p className={classes.said}>{words.textOf(campaign, body)}</p>
        </article>
      ))}
      <Link href={campaignAddress({ title: campaign.label, written: writtenOf(campaign) })}>
        {words.again}
      </Link>
    </details>
  );
}
