import { SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ContactMode, MessageChannel } from '../../engine';
import { usePaused } from '../../live/debounce';
import type { CampaignStart } from '../../live/lists';
import { readFlag, usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import * as words from '../../words/campaigns';
import * as messages from '../../words/messages';
import { AudiencePicker } from './AudiencePicker';
import classes from './Campaigns.module.css';
import { blank, planOf, textFor, type Draft, type Who } from './draft';
import { GatePane } from './GatePane';
import { LaunchBar } from './LaunchBar';
import { PreviewPane } from './PreviewPane';
import { TemplatePicker, useTemplates } from './TemplatePicker';
import { WhenFields } from './WhenFields';
import { Wordings } from './Wordings';

const empty: Draft = {
  name: '',
  channel: 'mail',
  offer: '',
  text: blank,
  other: null,
  later: false,
  at: '',
  followUp: '',
  forced: [],
  withoutMention: false,
  but: [],
};

const nobody: Who = {
  label: '',
  targeting: null,
  chosen: {
    entity: 'customer',
    quick: '',
    filters: [],
    sorts: [],
    all: false,
    refs: [],
  },
};

const PAUSE_MS = 350;
const readMode = (text: string): ContactMode | null =>
  text === '"strict"' ? 'strict' : text === '"complete"' ? 'complete' : null;
/** A campaign being made: whom it is for, what it says, when it leaves; beside it, what each would get and the gate. */
export default function WizardScreen({ start }: { start: CampaignStart | null }) {
  const [draft, setDraft] = useState<Draft>(() => ({ ...empty, ...start?.written }));
  const [who, setWho] = useState<Who | null>(() =>
    start?.chosen
      ? { label: start.title, chosen: start.chosen, targeting: start.targeting ?? null }
      : null,
  );
  const [side, setSide] = useState<'preview' | 'gate'>('preview');
  const [mode] = usePreference<ContactMode>('contact-rules', readMode, 'complete');
  const [forcing] = usePreference<boolean>('campaigns-forcing', readFlag, false);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const begun = useTemplates().find(({ key }) => key === start?.template);

  // A template that the address names is taken once, when it is known.
  useEffect(() => {
    if (begun)
      setDraft((before) =>
        before.text.body ? before : { ...before, ...begun.written, name: begun.name },
      );
  }, [begun?.key]); // eslint-disable-line react-hooks/exhaustive-deps

  const plan = usePaused(planOf(draft, who ?? nobody, mode), PAUSE_MS);
  const gate = useRead('campaign.gate', plan, { enabled: who !== null, keep: true });
  const out = gate.data ? gate.data.total - gate.data.kept : 0;
  return (
    <div className={classes.screen}>
      <LaunchBar
        draft={draft}
        who={who}
        mode={mode}
        gate={gate.data}
        onName={(name) => set({ name })}
      />
      <div className={classes.board}>
        <div className={classes.form}>
          <div className={classes.two}>
            <AudiencePicker
              start={start}
              who={who}
              onWho={(next) => {
                setWho(next);
                set({ but: [] });
              }}
              leftOut={draft.but.length}
              onTakeBack={() => set({ but: [] })}
            />
            <div className={classes.field}>
              <span className={classes.label} id="channel-label">
                {messages.channelLabel}
              </span>
              <SegmentedControl
                aria-labelledby="channel-label"
                value={draft.channel}
                onChange={(channel) => set({ channel: channel as MessageChannel })}
                data={Object.entries(messages.channels).map(([value, label]) => ({ value, label }))}
              />
            </div>
          </div>
          <TemplatePicker
            channel={draft.channel}
            onPick={(picked, name) => set({ ...picked, name: draft.name || name })}
          />
          <Wordings draft={draft} onDraft={set} />
          <WhenFields draft={draft} onDraft={set} />
        </div>
        <div className={classes.side}>
          <SegmentedControl
            aria-label={`${messages.preview}, ${words.gate}`}
            value={side}
            onChange={(value) => setSide(value as 'preview' | 'gate')}
            data={[
              { value: 'preview', label: messages.preview },
              {
                value: 'gate',
                label: out > 0 ? `${words.gate} (${words.gateOut(out)})` : words.gate,
              },
            ]}
          />
          {side === 'gate' ? (
            <GatePane plan={plan} gate={gate.data} forcing={forcing} draft={draft} onDraft={set} />
          ) : (
            <PreviewPane
              channel={plan.channel}
              text={textFor(plan.channel, plan.text)}
              audience={who && plan.audience}
              at={plan.at}
              mode={mode}
              onLeaveOut={(customer) => set({ but: [...draft.but, customer] })}
            />
          )}
        </div>
      </div>
    </div>
  );
}
