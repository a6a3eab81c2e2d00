import { vocabulary, type Words } from '../../base/i18n.ts';
import { messages as base } from '../../base/messages.ts';
import { messages as buyer } from '../../buyer/messages.ts';
import { messages as content } from '../../content/messages.ts';
import { messages as retrospective } from '../../retrospective/messages.ts';

export const messages = {
  'day.1': ['第一天 优惠', 'Day 1 Offer'],
  'day.2': ['第二天 氛围', 'Day 2 Buzz'],
  'day.3': ['第三天 紧迫', 'Day 3 Urgency'],
  'day.4': ['第四天', 'Day 4'],
  'day.5': ['第五天', 'Day 5'],
  'day.6': ['第六天', 'Day 6'],
  'day.7': ['第七天', 'Day 7'],
  'post.momentNo': ['{kind} {no}/{count}', '{kind} {no}/{count}'],
  'post.none': ['这一天还没有发布', 'No post on this day yet'],
  'post.noScript': ['还没有话术', 'No script yet'],
  'post.newerScript': ['话术有新版本', 'Newer script'],
} as const satisfies Words;

export const { t, word, hasMessage } = vocabulary({ ...base, ...content, ...buyer, ...retrospective, ...messages });
