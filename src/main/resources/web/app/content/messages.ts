import type { Words } from '../base/i18n.ts';

export const messages = {
  'kind.all': ['全部', 'All'],
  'kind.MOMENT': ['朋友圈', 'Moment'],
  'kind.GROUP': ['社群', 'Group'],
  'kind.PRIVATE': ['私聊', 'Private'],
  'kind.ADD_FRIEND': ['加粉', 'Add friend'],
  'kind.WELCOME': ['欢迎', 'Welcome'],
  'kind.FOLLOW_UP': ['跟进私聊', 'Follow-up'],
  'kind.PREPARE': ['准备', 'Prepare'],
  'kind.REVIEW': ['评审', 'Review'],
  'kind.ACKNOWLEDGE': ['宣讲确认', 'Acknowledge'],
  'kind.ANSWER_FEEDBACK': ['处理反馈', 'Answer feedback'],
  'line.PERSONA': ['人设', 'Persona'],
  'line.BRAND': ['品宣', 'Brand'],
  'line.MARKETING': ['营销', 'Marketing'],
  'line.EMOTION': ['情感', 'Emotion'],
  'line.TOPIC': ['话题', 'Topic'],
} as const satisfies Words;
