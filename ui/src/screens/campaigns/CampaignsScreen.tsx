import { Button, Checkbox } from '@mantine/core';
import { Link } from 'wouter';
import type { CampaignLine } from '../../engine';
import { readFlag, usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { IconPlus, IconSend } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatDateTime } from '../../words/format';
import * as words from '../../words/campaigns';
import * as messages from '../../words/messages';
import { formatCount } from '../../words/typography';
import classes from './Campaigns.module.css';
import { StateBadge } from './StateBadge';

/** Every campaign, the latest first, with what came of it. */
export default function CampaignsScreen() {
  const found = useRead('campaign.list', {}, { keep: true });
  const [forcing, setForcing] = usePreference<boolean>('campaigns-forcing', readFlag, false);
  if (found.error)
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  const lines = found.data?.campaigns ?? [];
  const create = (
    <Button
      component={Link}
      href="/campagnes/nouvelle"
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {words.create}
    </Button>
  );
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <span className={classes.push} />
        {create}
      </header>
      {found.data && lines.length === 0 ? (
        <Empty icon={<IconSend size={28} aria-hidden />} title={words.none} action={create}>
          {words.noneHint}
        </Empty>
      ) : (
        <div className={classes.tableBox} tabIndex={0} role="region" aria-label={words.title}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{words.columns.name}</th>
                <th scope="col">{words.columns.channel}</th>
                <th scope="col">{words.columns.state}</th>
                <th scope="col">{words.columns.at}</th>
                {(['sent', 'excluded', 'opened', 'answered', 'unsubscribed'] as const).map(
                  (key) => (
                    <th key={key} scope="col" data-numeric>
                      {words.columns[key]}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.campaign.ref} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Checkbox
        className={classes.setting}
        size="sm"
        label={words.forceAllowed}
        description={words.forceHint}
        checked={forcing}
        onChange={(event) => setForcing(event.currentTarget.checked)}
      />
    </div>
  );
}

function Line({ line: { campaign, results } }: { line: CampaignLine }) {
  const channel = words.textOf(campaign, 'channel') as keyof typeof messages.channels;
  const at = words.textOf(campaign, 'sent_at');
  const some = results.sent > 0;
  return (
    <tr>
      <th scope="row">
        <Link href={`/campagnes/${campaign.ref}`}>{campaign.label}</Link>
      </th>
      <td>{messages.channels[channel]}</td>
      <td>
        <StateBadge campaign={campaign} />
      </td>
      <td>{at ? formatDateTime(at) : words.noFigure}</td>
      <td data-numeric>{some ? formatCount(results.sent) : words.noFigure}</td>
      <td data-numeric>{results.targeted > 0 ? formatCount(results.excluded) : words.noFigure}</td>
      <td data-numeric>
        {some && channel === 'mail' ? words.share(results.opened, results.sent) : words.noFigure}
      </td>
      <td data-numeric>{some ? words.share(results.answered, results.sent) : words.noFigure}</td>
      <td data-numeric>{some ? formatCount(results.unsubscribed) : words.noFigure}</td>
    </tr>
  );
}
