import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import type { CampaignGate, ContactMode } from '../../engine';
import { change } from '../../live/change';
import { IconArrowLeft, IconSend } from '../../parts/icons';
import { problemSentence } from '../../words/errors';
import * as words from '../../words/campaigns';
import * as messages from '../../words/messages';
import classes from './Campaigns.module.css';
import { planOf, type Draft, type Who } from './draft';

interface Props {
  draft: Draft;
  who: Who | null;
  mode: ContactMode;
  gate: CampaignGate | undefined;
  onName: (name: string) => void;
}

/** What the campaign is called, and the button that sends it. */
export function LaunchBar({ draft, who, mode, gate, onName }: Props) {
  const [, go] = useLocation();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const kept = who && gate ? gate.kept : 0;
  const ready =
    who !== null && kept > 0 && gate?.problems.length === 0 && draft.text.body.trim() !== '';

  async function launch(event: FormEvent) {
    event.preventDefault();
    if (!who) return;
    if (draft.name.trim() === '') return setError(words.nameMissing);
    setError(null);
    setBusy(true);
    const name = draft.name.trim();
    const said = draft.later ? words.scheduled(name) : words.launched(name, kept);
    const outcome = await change('campaign.launch', planOf(draft, who, mode), said);
    setBusy(false);
    if ('done' in outcome) go(`/campagnes/${outcome.done.ref}`);
    else if (outcome.problems[0]) setError(problemSentence(outcome.problems[0]));
  }

  return (
    <form className={classes.bar} onSubmit={(event) => void launch(event)}>
      <Link href="/campagnes" className={classes.back} aria-label={words.back}>
        <IconArrowLeft size={18} aria-hidden />
      </Link>
      <h1 className={classes.title}>{words.create}</h1>
      <TextInput
        className={classes.nameInput}
        aria-label={words.nameLabel}
        placeholder={words.nameHint}
        value={draft.name}
        error={error}
        maxLength={120}
        onChange={(event) => onName(event.currentTarget.value)}
      />
      <span className={classes.push} />
      <span className={classes.hint}>{messages.fictitious}</span>
      <Button
        type="submit"
        loading={busy}
        disabled={!ready}
        leftSection={<IconSend size={16} aria-hidden />}
      >
        {draft.later ? words.schedule(kept) : words.launch(kept)}
      </Button>
    </form>
  );
}
