import { vocabulary, type Words } from '../base/i18n.ts';
import { messages as base } from '../base/messages.ts';

export const messages = {
  'tier.VIP': ['VIP', 'VIP'],
  'tier.LOYAL': ['忠诚', 'Loyal'],
  'tier.ACTIVE': ['活跃', 'Active'],
  'tier.NEW': ['新客', 'New'],
  'tier.AT_RISK': ['流失预警', 'At risk'],
  'tier.LOST': ['流失', 'Lost'],
  'tier.LEAD': ['潜客', 'Lead'],
  'buyer.nameless': ['匿名买家', 'Unnamed buyer'],
  'reveals.hint': ['谁看过哪位买家的联系方式。', 'Who looked at which buyer’s contact.'],
  'reveals.buyer': ['买家 {id}', 'buyer {id}'],
  'reveal.REVEAL': ['查看', 'revealed'],
  'reveal.EXPORT': ['导出', 'exported'],
} as const satisfies Words;

export const { t, word, hasMessage } = vocabulary({ ...base, ...messages });
