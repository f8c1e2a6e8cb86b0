import type { AgendaEvent, Link } from '../../engine';
import { useRead } from '../../live/read';
import type { Draft } from './board';

/** The vehicles and leads of the customer that is chosen, and the names of what the form came with. */
export function useOptions(
  texts: Record<string, string>,
  draft: Draft | null,
  event: AgendaEvent | null,
): Record<string, Link[]> {
  const customer = texts['customer_id'] ?? '';
  const file = useRead(
    'customer.open',
    { ref: customer },
    { enabled: /^C\d+$/.test(customer), keep: true },
  );
  const known: Link[] = [...(draft?.records ?? []), ...(event?.links ?? [])];
  const of = (letter: string, records: { ref: string; label: string }[] = []) => {
    const links = records.map(({ ref, label }) => ({ ref, label }));
    const here = known.filter(({ ref }) => ref.startsWith(letter));
    return [...here, ...links.filter(({ ref }) => !here.some((one) => one.ref === ref))];
  };
  const theirs = customer ? file.data : undefined;
  const options: Record<string, Link[]> = {
    vehicle_id: of('V', theirs?.vehicles),
    lead_id: of('L', theirs?.leads),
  };
  const [chosen] = known.filter(({ ref }) => ref === customer && ref.startsWith('C'));
  // Shown by its name; to choose another one, it is first emptied.
  if (chosen) options['customer_id'] = [chosen];
  return options;
}
