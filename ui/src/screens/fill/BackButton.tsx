import { Button } from '@mantine/core';
import { Link } from 'wouter';
import * as words from '../../words/fill';

/** The way back to the values, under the fingers. */
export function BackButton({ to }: { to: string }) {
  return (
    <Button component={Link} href={to} autoFocus>
      {words.back}
    </Button>
  );
}
