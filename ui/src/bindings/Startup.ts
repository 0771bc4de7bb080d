import type { Pending } from './Pending';
import type { ProfileInfo } from './ProfileInfo';

export type Startup = { profile: ProfileInfo, opened: string | null, language: string, pending: Array<Pending>, phoneUrl: string | null, };
