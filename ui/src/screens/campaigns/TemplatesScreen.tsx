import { ActionIcon } from '@mantine/core';
import { Link } from 'wouter';
import type { MessageChannel } from '../../engine';
import { change } from '../../live/change';
import { campaignAddress } from '../../live/lists';
import { IconDeviceMobileMessage, IconMail, IconMailbox, IconTrash } from '../../parts/icons';
import * as words from '../../words/messages';
import classes from './Campaigns.module.css';
import { useTemplates, type KnownTemplate } from './TemplatePicker';

/** Every template, to be looked at and begun from. */
export default function TemplatesScreen() {
  const found = useTemplates();
  const groups = [...new Set(found.map(({ group }) => group))];
  const mine = found.some(({ group }) => group === words.own);
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{words.templatesTitle}</h1>
      </header>
      <div className={classes.templates}>
        {!mine && <p className={classes.hint}>{words.noOwn}</p>}
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h2>{group}</h2>
            <ul>
              {found
                .filter((one) => one.group === group)
                .map((one) => (
                  <Item key={one.key} one={one} own={group === words.own} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Item({ one, own }: { one: KnownTemplate; own: boolean }) {
  const { channel, text } = one.written;
  return (
    <li>
      <details className={classes.details}>
        <summary>
          <ChannelIcon channel={channel} />
          <span className="visually-hidden">{words.channels[channel]}</span>
          <strong>{one.name}</strong>
          <span className={classes.hint}>{words.glimpse(text.subject || text.body)}</span>
        </summary>
        <article className={classes.paper} data-channel={channel}>
          {text.subject && <h3>{text.subject}</h3>}
          <p className={classes.said}>{text.body}</p>
        </article>
      </details>
      <Link
        href={campaignAddress({ title: one.name, template: one.key })}
        aria-label={words.useTemplate(one.name)}
      >
        {words.use}
      </Link>
      {own && (
        <ActionIcon
          variant="subtle"
          color="red.9"
          aria-label={words.removeTemplate(one.name)}
          onClick={() => void change('record.delete', { ref: one.key })}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function ChannelIcon({ channel }: { channel: MessageChannel }) {
  if (channel === 'sms') return <IconDeviceMobileMessage size={16} aria-hidden />;
  if (channel === 'letter') return <IconMailbox size={16} aria-hidden />;
  return <IconMail size={16} aria-hidden />;
}
