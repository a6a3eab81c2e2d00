import { vocabulary, type Words } from '../base/i18n.ts';
import { messages as base } from '../base/messages.ts';

export const messages = {
  'audit.hint': ['店长和运营做过的事，最新的在前；任何人都不能修改或删除。', 'What admins and marketers did, newest first. Nobody can change or delete it.'],
  'audit.details': ['详情', 'Details'],
  'audit.before': ['之前', 'Before'],
  'audit.after': ['之后', 'After'],
  'act.account.change': ['修改承接号', 'Account changed'],
  'act.account.open': ['开通承接号', 'Account opened'],
  'act.buyer.erase': ['删除买家个人信息', 'Buyer erased'],
  'act.buyer.export': ['导出买家资料', 'Buyer exported'],
  'act.buyer.opt-out': ['登记勿扰', 'Opt-out recorded'],
  'act.buyer.reveal-contact': ['查看联系方式', 'Contact revealed'],
  'act.buyer-merge.make': ['合并买家', 'Buyers merged'],
  'act.buyer-merge.undo': ['撤销合并', 'Merge undone'],
  'act.buyers.export': ['导出买家清单', 'Buyers exported'],
  'act.campaign.fill-from-playbook': ['套用剧本', 'Campaign filled from a playbook'],
  'act.campaign.move': ['推进活动', 'Campaign moved on'],
  'act.contact-limits.set': ['设置触达上限', 'Contact limits set'],
  'act.hook.remove': ['移除订单推送', 'Webhook removed'],
  'act.hook.set-secret': ['设置订单推送密钥', 'Webhook secret set'],
  'act.order.bind': ['订单归属买家', 'Order given to a buyer'],
  'act.order.unbind': ['取消订单归属', 'Order taken from a buyer'],
  'act.post.add': ['新增活动发布', 'Post added'],
  'act.post.add-daily': ['新增日常发布', 'Daily post added'],
  'act.post.change': ['修改发布', 'Post changed'],
  'act.post.remove': ['移除发布', 'Post removed'],
  'act.shop.change': ['修改店铺设置', 'Shop settings changed'],
  'act.shop.create': ['创建店铺', 'Shop created'],
  'act.staff.change': ['修改人员', 'Person changed'],
  'act.staff.invite': ['邀请人员', 'Person invited'],
  'act.staff.remove': ['移除人员', 'Person removed'],
  'act.tier-policy.replace': ['修改分层规则', 'Tier rules replaced'],
  'act.word-lists.replace': ['修改禁用词', 'Word lists replaced'],
  'act.working-calendar.replace': ['修改工作时间', 'Working calendar replaced'],
} as const satisfies Words;

export const { t, word, hasMessage } = vocabulary({ ...base, ...messages });
