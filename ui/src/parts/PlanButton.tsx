import { Button } from '@mantine/core';
import * as words from '../words/agenda';
import { IconCalendarPlus } from './icons';

/** Takes a record to the agenda, where it waits to be put on a slot. */
export function PlanButton({ name, onPlan }: { name: string; onPlan: () => void }) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconCalendarPlus size={15} aria-hidden />}
      title={words.scheduled(name)}
      onClick={onPlan}
    >
      {words.schedule}
    </Button>
  );
}
