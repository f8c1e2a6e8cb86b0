import * as words from '../words/help';
import type { Topic } from '../words/help';
import classes from './HelpText.module.css';

/** What a screen is for, how one works there, its keys. */
export function HelpText({ topic, level }: { topic: Topic; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.text}>
      <p>{topic.purpose}</p>
      <Heading>{words.how}</Heading>
      <ol>
        {topic.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {topic.keys.length > 0 && (
        <>
          <Heading>{words.keys}</Heading>
          <dl className={classes.keys}>
            {topic.keys.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
