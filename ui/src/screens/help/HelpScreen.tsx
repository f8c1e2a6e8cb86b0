import { useEffect } from 'react';
import { Link } from 'wouter';
import { HelpText } from '../../parts/HelpText';
import * as words from '../../words/help';
import { aboutLink } from '../../words/about';
import classes from './Help.module.css';

const pages = [words.everywhere, ...words.topics];

/** All the help on one page, with its contents at the left. */
export default function HelpScreen({ topic }: { topic: string | null }) {
  useEffect(() => {
    const title = topic === null ? null : document.getElementById(`aide-${topic}`);
    title?.scrollIntoView();
    title?.focus();
  }, [topic]);
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{words.help}</h1>
      <div className={classes.board}>
        <nav className={classes.contents} aria-label={words.contents}>
          <ul>
            {pages.map(({ key, title }) => (
              <li key={key}>
                <Link href={`/aide/${key}`} aria-current={key === topic ? 'true' : undefined}>
                  {title}
                </Link>
              </li>
            ))}
            <li>
              <Link href="/a-propos">{aboutLink}</Link>
            </li>
          </ul>
        </nav>
        <div className={classes.topics} tabIndex={-1}>
          {pages.map((page) => (
            <section key={page.key} className={classes.topic} aria-labelledby={`aide-${page.key}`}>
              <h2 id={`aide-${page.key}`} tabIndex={-1}>
                {page.title}
              </h2>
              <HelpText topic={page} level={3} />
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}
