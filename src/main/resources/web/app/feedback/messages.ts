import type { Words } from '../base/i18n.ts';

export const messages = {
  'feedback.hint': ['粉丝怎么说？遇到了什么？运营会处理并回复你。', 'What did followers say, what did you run into? A marketer will deal with it and answer you.'],
  'feedback.kind': ['类型', 'Kind'],
  'feedback.text': ['内容（必填）', 'What happened (required)'],
  'feedback.sent': ['反馈已提交', 'Feedback sent'],
  'feedbackKind.QUESTION': ['粉丝提问', 'Question'],
  'feedbackKind.OBJECTION': ['粉丝异议', 'Objection'],
  'feedbackKind.PRAISE': ['好评', 'Praise'],
  'feedbackKind.COMPLAINT': ['投诉', 'Complaint'],
  'feedbackKind.SCRIPT_PROBLEM': ['话术问题', 'Script'],
  'feedbackKind.PRODUCT_PROBLEM': ['商品问题', 'Product'],
  'feedbackKind.IDEA': ['建议', 'Idea'],
  'feedbackKind.OTHER': ['其他', 'Other'],
} as const satisfies Words;
