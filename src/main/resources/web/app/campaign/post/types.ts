import type { Tier } from '../../buyer/types.ts';

export interface Audience {
  tiers: Tier[];
  tags: string[];
  accounts: string[];
}

export interface Post {
  id: string;
  day: number;
  date: string;
  kind: 'MOMENT' | 'GROUP' | 'PRIVATE';
  at: string;
  visibleTo: string | null;
  momentNo: number | null;
  momentCount: number | null;
  line: string | null;
  scriptId: string | null;
  scriptVersion: number | null;
  newerScriptVersion: number | null;
  audience: Audience;
}
