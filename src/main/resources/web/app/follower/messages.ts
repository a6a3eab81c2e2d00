import type { Words } from '../base/i18n.ts';

export const messages = {
  'followerStatus.CANDIDATE': ['待添加', 'To be added'],
  'followerStatus.INVITED': ['已邀请', 'Invited'],
  'followerStatus.ADDED': ['已加粉', 'Added'],
  'followerStatus.LOST': ['已流失', 'Lost'],
} as const satisfies Words;
