import { Select } from '@mantine/core';
import type { MessageChannel } from '../../engine';
import { useRead } from '../../live/read';
import { textOf } from '../../words/campaigns';
import * as words from '../../words/messages';
import type { Written } from './draft';

interface Props {
  channel: MessageChannel;
  onPick: (picked: Written, name: string) => void;
}

/** Begins a message from a template of the trade, or one's own. */
export function TemplatePicker({ channel, onPick }: Props) {
  const found = useTemplates();
  const mine = found.filter((one) => one.group === words.own && one.written.channel === channel);
  const ready = found.filter((one) => one.group !== words.own && one.written.channel === channel);
  const groups = [...new Set([...mine, ...ready].map(({ group }) => group))];
  return (
    <Select
      label={words.template}
      placeholder={words.templateHint}
      searchable
      maxDropdownHeight={340}
      value={null}
      data={groups.map((group) => ({
        group,
        items: [...mine, ...ready]
          .filter((one) => one.group === group)
          .map(({ key, name }) => ({ value: key, label: name })),
      }))}
      onChange={(key) => {
        const picked = found.find((one) => one.key === key);
        if (picked) onPick(picked.written, picked.name);
      }}
    />
  );
}

export interface KnownTemplate {
  key: string;
  name: string;
  group: string;
  written: Written;
}

/** Every template, one's own first. */
export function useTemplates(): KnownTemplate[] {
  const { data } = useRead('message.templates', {}, { keep: true });
  if (!data) return [];
  const own = data.own.map((record) => ({
    key: record.ref,
    name: record.label,
    group: words.own,
    written: {
      channel: textOf(record, 'channel') as MessageChannel,
      offer: textOf(record, 'offer'),
      text: { subject: textOf(record, 'subject'), body: textOf(record, 'body') },
    },
  }));
  const ready = data.ready.map(({ key, name, group, channel, offer, subject, body }) => ({
    key,
    name,
    group,
    written: { channel: channel as MessageChannel, offer, text: { subject, body } },
  }));
  return [...own, ...ready];
}
