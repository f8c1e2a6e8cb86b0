import { Button } from '@mantine/core';
import type { MessageChecked, MessageProblem } from '../../engine';
import { IconAlertTriangle } from '../../parts/icons';
import * as words from '../../words/messages';
import classes from './Campaigns.module.css';

interface Props {
  checked: MessageChecked;
  commercial: boolean;
  body: string;
  onBody: (body: string) => void;
  onShow: (problem: MessageProblem) => void;
}

/** What there is to say of a message, each with the way to mend it. */
export function Remarks({ checked, commercial, body, onBody, onShow }: Props) {
  const { problems, lacks, advice, sms, plain, mention, varies } = checked;
  const asked = commercial && body !== '' ? lacks : [];
  const dear = sms !== null && sms.forcedBy.length > 0;
  return (
    <div className={classes.remarks} aria-live="polite">
      {sms && <p className={classes.measure}>{varies ? words.smsVaries : words.smsText(sms)}</p>}
      <ul>
        {body !== '' &&
          problems.map((problem) => (
            <li key={`${problem.code}${problem.subject}${problem.span[0]}`} data-kind="bad">
              <IconAlertTriangle size={15} aria-hidden />
              <button type="button" onClick={() => onShow(problem)}>
                {words.messageProblem(problem)}
              </button>
            </li>
          ))}
        {asked.map((lack) => (
          <li key={lack} data-kind="bad">
            <IconAlertTriangle size={15} aria-hidden />
            <span>{words.lacks[lack]}</span>
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => onBody(`${body.trimEnd()}${sms ? ' ' : '\n\n'}${mention}`)}
            >
              {words.addMention}
            </Button>
          </li>
        ))}
        {dear && sms && (
          <li data-kind="warn">
            <span>{words.forcedBy(sms.forcedBy)}</span>
            {plain !== null && (
              <Button size="compact-xs" variant="light" onClick={() => onBody(plain)}>
                {words.makePlain}
              </Button>
            )}
          </li>
        )}
        {body !== '' &&
          advice.map((one) => (
            <li key={one} data-kind="warn">
              <span>{words.advices[one]}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
