import type { CustomerKind, CustomerStatus } from '../engine/types';

const statuses: Record<CustomerStatus, string> = { prospect: 'Prospect', client: 'Client' };
const kinds: Record<CustomerKind, string> = { person: 'Particulier', company: 'Société' };

export const statusLabel = (status: CustomerStatus) => statuses[status];
export const kindLabel = (kind: CustomerKind) => kinds[kind];
