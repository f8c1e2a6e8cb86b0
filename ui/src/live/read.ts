import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, EngineFailure, type CommandInput, type CommandOutput } from '../engine';

type ReadName =
  | 'session.state'
  | 'catalogue.read'
  | 'home.read'
  | 'search.find'
  | 'list.page'
  | 'list.groups'
  | 'list.totals'
  | 'list.print'
  | 'field.values'
  | 'customer.open'
  | 'customer.lookalikes'
  | 'leads.board'
  | 'lead.open'
  | 'consents.read'
  | 'after_sales.read'
  | 'place.find'
  | 'change.list'
  | 'change.history'
  | 'preference.read'
  | 'time.read'
  | 'replies.read'
  | 'recipient.why'
  | 'replies.draws'
  | 'inbox.list'
  | 'inbox.open'
  | 'duplicates.find'
  | 'merge.preview'
  | 'custom_field.list'
  | 'cleaning.read'
  | 'cleaning.list'
  | 'cleaning.preview'
  | 'dashboard.list'
  | 'dashboard.read'
  | 'dashboard.answer'
  | 'targeting.vocabulary'
  | 'targeting.count'
  | 'targeting.say'
  | 'targeting.test'
  | 'targeting.list'
  | 'targeting.ready'
  | 'targeting.open'
  | 'targeting.compare'
  | 'message.templates'
  | 'message.vocabulary'
  | 'message.check'
  | 'message.preview'
  | 'message.missing'
  | 'message.letters'
  | 'campaign.gate'
  | 'campaign.excluded'
  | 'campaign.list'
  | 'campaign.open'
  | 'agenda.window'
  | 'agenda.open'
  | 'agenda.check'
  | 'agenda.waiting'
  | 'calendar.read';

interface ReadOptions {
  enabled?: boolean;
  /** Shows the former answer while the next one comes: lists and searches do not blink. */
  keep?: boolean;
}

/** What a read command answers, kept fresh after each change. */
export function useRead<N extends ReadName>(
  name: N,
  input: CommandInput<N>,
  { enabled = true, keep = false }: ReadOptions = {},
): UseQueryResult<CommandOutput<N>, EngineFailure> {
  return useQuery<CommandOutput<N>, EngineFailure>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled,
    placeholderData: keep ? (keepPreviousData as never) : undefined,
    staleTime: name === 'catalogue.read' ? Infinity : undefined,
  });
}
