const statuses: Record<string, string> = { prospect: 'Prospect', client: 'Client' };
const kinds: Record<string, string> = { person: 'Particulier', company: 'Société' };

export const statusLabel = (status: string) => statuses[status] ?? status;
export const kindLabel = (kind: string) => kinds[kind] ?? kind;
