import { vocabulary, type Words } from '../base/i18n.ts';
import { messages as base } from '../base/messages.ts';

export const messages = {
  'app.name': ['私域 Siyu', 'Siyu'],
  'app.otherLanguage': ['EN', '中文'],
  'app.shop': ['店铺', 'Shop'],
  'app.logout': ['退出登录', 'Log out'],
  'nav.label': ['主导航', 'Main navigation'],
  'nav.calendar': ['活动日历', 'Calendar'],
  'nav.cycle': ['复购周期', 'Cycle'],
  'nav.orders': ['订单', 'Orders'],
  'nav.tasks': ['任务', 'Tasks'],
  'nav.due': ['该联系谁', 'Due buyers'],
  'nav.tiers': ['分层', 'Tiers'],
  'nav.words': ['禁用词', 'Words'],
  'nav.people': ['人员', 'People'],
  'login.over': ['登录已过期', 'Your session is over'],
  'login.kept': ['请重新登录。已填写的内容保留在本机，登录后可继续。', 'Please log in again. What you typed stays on this device and will be here afterwards.'],
  'login.again': ['重新登录', 'Log in again'],
  'noShop.title': ['还没有店铺', 'No shop yet'],
  'noShop.text': ['请管理员把你加入一个店铺。', 'Ask an admin to add you to a shop.'],
  'people.title': ['人员与记录', 'People and records'],
  'people.staff': ['人员', 'People'],
  'people.audit': ['操作记录', 'Audit trail'],
  'people.reveals': ['联系方式查看记录', 'Contact reveals'],
} as const satisfies Words;

export const { t, word, hasMessage } = vocabulary({ ...base, ...messages });
