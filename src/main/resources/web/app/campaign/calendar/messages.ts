import { vocabulary, type Words } from '../../base/i18n.ts';
import { messages as base } from '../../base/messages.ts';
import { messages as campaign } from '../messages.ts';
import { messages as campaignPlan } from '../plan/messages.ts';

export const messages = {
  'calendar.previous': ['上个月', 'Previous month'],
  'calendar.next': ['下个月', 'Next month'],
  'calendar.thisMonth': ['本月', 'This month'],
  'calendar.empty': ['这段时间还没有活动。用“活动规划”按复购节奏和营销节点一次排好。', 'No campaign here yet. “Plan campaigns” lays them out by the cadence and the marketing nodes.'],
} as const satisfies Words;

export const { t, word, hasMessage } = vocabulary({ ...base, ...campaign, ...campaignPlan, ...messages });
