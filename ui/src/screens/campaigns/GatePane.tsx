import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CampaignGate, CampaignPlan, GateReason } from '../../engine';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import * as words from '../../words/campaigns';
import { addDays } from '../../words/format';
import * as messages from '../../words/messages';
import { formatCount } from '../../words/typography';
import classes from './Campaigns.module.css';
import type { Draft } from './draft';

interface Props {
  plan: CampaignPlan;
  gate: CampaignGate | undefined;
  /** A trainer allows rules to be overruled. */
  forcing: boolean;
  draft: Draft;
  onDraft: (part: Partial<Draft>) => void;
}

/** Who would get the message, and who would not, reason by reason. */
export function GatePane({ plan, gate, forcing, draft, onDraft }: Props) {
  const { today } = useSession();
  const [open, setOpen] = useState<GateReason | null>(null);
  if (!gate) return <p className={classes.hint}>{words.waiting}</p>;
  const force = (reason: GateReason, on: boolean) =>
    onDraft({
      forced: on ? [...draft.forced, reason] : draft.forced.filter((one) => one !== reason),
    });
  const forced = draft.forced.filter(
    (reason) => !gate.excluded.some((one) => one.reason === reason),
  );
  return (
    <section className={classes.gate} aria-label={words.gate}>
      <h2>{words.gate}</h2>
      <p className={classes.kept} role="status" data-none={gate.kept === 0 || undefined}>
        {gate.kept === 0 ? words.gateNobody : words.gateCount(gate.kept, gate.total)}
      </p>
      {gate.segments > 0 && (
        <p className={classes.hint}>{words.smsCost(gate.segments, messages.cost(gate.cost))}</p>
      )}
      {gate.excluded.length === 0 && gate.total > 0 && (
        <p className={classes.hint}>{words.gateAllGood}</p>
      )}
      <ul className={classes.reasons}>
        {gate.excluded.map(({ reason, count, canBeForced }) => (
          <li key={reason}>
            <div className={classes.reason}>
              <button
                type="button"
                aria-expanded={open === reason}
                onClick={() => setOpen(open === reason ? null : reason)}
              >
                <strong>{formatCount(count)}</strong> {messages.reasons[reason]}
              </button>
              {reason === 'quiet_hours' && (
                <Button
                  size="compact-xs"
                  variant="light"
                  onClick={() => onDraft({ later: true, at: nextOpening(today) })}
                >
                  {words.scheduleNext}
                </Button>
              )}
              {forcing && canBeForced && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red.9"
                  onClick={() => force(reason, true)}
                >
                  {words.force}
                </Button>
              )}
            </div>
            {open === reason && <Who plan={plan} reason={reason} />}
          </li>
        ))}
      </ul>
      {forced.map((reason) => (
        <Checkbox
          key={reason}
          size="sm"
          checked
          label={`${words.force} : ${messages.reasons[reason]}`}
          description={words.forceHint}
          onChange={() => force(reason, false)}
        />
      ))}
      {forcing && gate.lacks.length > 0 && (
        <Checkbox
          size="sm"
          checked={draft.withoutMention}
          label={words.forceMention}
          description={words.forceHint}
          onChange={(event) => onDraft({ withoutMention: event.currentTarget.checked })}
        />
      )}
    </section>
  );
}

/** Tomorrow at ten, or on Monday: no advertising leaves on a Sunday. */
function nextOpening(today: string): string {
  const tomorrow = addDays(today, 1);
  const sunday = new Date(`${tomorrow}T12:00:00Z`).getUTCDay() === 0;
  return `${sunday ? addDays(today, 2) : tomorrow}T10:00`;
}

function Who({ plan, reason }: { plan: CampaignPlan; reason: GateReason }) {
  const found = useRead('campaign.excluded', { plan, reason }, { keep: true });
  const missing = useRead(
    'message.missing',
    { text: plan.text, audience: plan.audience },
    { enabled: reason === 'missing_data' },
  );
  const lacks = (ref: string) =>
    missing.data?.people.find(({ customer }) => customer === ref)?.fields ?? [];
  const people = found.data?.people ?? [];
  const more = (found.data?.total ?? 0) - people.length;
  return (
    <ul className={classes.people}>
      {people.map(({ ref, label }) => (
        <li key={ref}>
          <Link href={`/clients/${ref}`}>{label}</Link>
          {lacks(ref).length > 0 && (
            <span className={classes.hint}>
              {' '}
              {messages.lacking(lacks(ref).map((field) => field.label))}
            </span>
          )}
        </li>
      ))}
      {more > 0 && <li className={classes.hint}>{words.more(more)}</li>}
    </ul>
  );
}
