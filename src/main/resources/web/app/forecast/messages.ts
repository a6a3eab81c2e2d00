import { vocabulary, type Words } from '../base/i18n.ts';
import { messages as base } from '../base/messages.ts';
import { messages as buyer } from '../buyer/messages.ts';
import { messages as follower } from '../follower/messages.ts';

export const messages = {
  'due.title': ['本周该联系谁', 'Due buyers'],
  'due.span': ['时间范围', 'Time span'],
  'due.within': ['{n} 天内', '{n} days'],
  'due.none': ['没有到期的买家', 'Nobody is due'],
  'due.noneText': ['接下来 {n} 天内没有预计会回购的买家。', 'No buyer is expected in the next {n} days.'],
  'due.today': ['今天 · {day}', 'Today · {day}'],
  'due.late': ['已过期 · {day}', 'Overdue · {day}'],
  'due.last': ['上次购买在 {n} 天前', 'Last bought {n} days ago'],
  'due.cycle': ['自身周期 {n} 天', 'own cycle {n} days'],
  'due.alive': ['仍会回购的可能 {n}%', '{n}% likely still a customer'],
  'due.byCycle': ['按自身周期 {n} 天应在 {day} 再来', 'expected on {day} by the own cycle of {n} days'],
  'due.between': [
    '按模型，如果再买，八成在 {from} 到 {to} 之间',
    'by the model, a next purchase, if it comes, is between {from} and {to} in 8 of 10 cases',
  ],
  'due.since': ['按模型，如果再买，九成在 {from} 以后', 'by the model, a next purchase, if it comes, is after {from} in 9 of 10 cases'],
  'due.spend': ['预计每次消费', 'expected a purchase'],
  'forecast.title': ['预测有多准', 'How good the forecast is'],
  'forecast.fit': ['重新计算', 'Work out anew'],
  'forecast.fitting': ['计算中 {n}%', 'Working {n}%'],
  'forecast.ground': [
    '根据 {buyers} 位买家、{days} 天的购买记录推算，数据截至 {asOf}。',
    'Worked out from the purchases of {buyers} buyers over {days} days, as of {asOf}.',
  ],
  'forecast.byCycle': ['因此按每位买家自己的复购周期推算到期日。', ' Due days therefore come from each buyer’s own repurchase cycle.'],
  'forecast.TOO_FEW_BUYERS': [
    '购买过的买家只有 {buyers} 位，少于预测所需的 {enoughBuyers} 位。',
    'Only {buyers} buyers have purchased; a forecast needs {enoughBuyers}.',
  ],
  'forecast.TOO_SHORT_HISTORY': [
    '购买记录只有 {days} 天，少于预测所需的 {enoughDays} 天。',
    'The purchases cover only {days} days; a forecast needs {enoughDays}.',
  ],
  'forecast.chosen': ['采用的模型：{model}。', ' The model is {model}.'],
  'forecast.NO_FIT': ['没有模型符合本店的购买记录。', 'No model fits the shop’s purchases.'],
  'forecast.FIT_FAILED': ['上次计算中断，最迟今晚会自动重算。', 'The last fit broke off; it is tried again, tonight at the latest.'],
  'forecast.models': ['比较过的模型', 'The models compared'],
  'forecast.models.help': [
    'BG/NBD 认为只买过一次的买家一定还在；MBG/NBD 认为他们也可能已经离开。采用检验误差明显较小的一个，相差不大时用 MBG/NBD。α 以周计。',
    'To BG/NBD whoever bought once is surely still a customer; to MBG/NBD they too may have gone. The one with the clearly smaller error in the test is used, or MBG/NBD where both are about as good. α is in weeks.',
  ],
  'forecast.model': ['模型', 'Model'],
  'forecast.error': ['检验误差', 'Error in the test'],
  'forecast.verdict': ['结果', 'Result'],
  'forecast.isChosen': ['采用', 'used'],
  'forecast.isNotChosen': ['未采用', 'not used'],
  'forecast.NOT_FITTED_YET': ['预测将在今晚首次计算。', 'The first forecast is worked out tonight.'],
  'forecast.proof': [
    '检验：只用前面的记录预测最近 {days} 天，得到 {expected} 次购买，实际 {actual} 次，相差 {off}；若简单认为“和上期一样”，会相差 {naive}。',
    'The test: from the earlier purchases alone, {expected} purchases were forecast for the last {days} days; {actual} came, {off} off. Guessing “the same as last period” is {naive} off.',
  ],
  'forecast.check': ['用过去检验', 'Held against the past'],
  'forecast.bins': ['按此前回购次数分组', 'By earlier repeat purchases'],
  'forecast.repeats': ['此前回购', 'Repeats before'],
  'forecast.buyers': ['买家', 'Buyers'],
  'forecast.expected': ['预测每人', 'Forecast each'],
  'forecast.actual': ['实际每人', 'Actual each'],
  'noFit.TOO_FEW_REPEATS': [
    '回购过的买家只有 {repeats} 位，少于预测所需的 {enoughRepeats} 位。',
    'Only {repeats} buyers have come back; a forecast needs {enoughRepeats}.',
  ],
  'noFit.NO_MAXIMUM': ['没有模型符合本店的购买记录。', 'No model fits the shop’s purchases.'],
  'noFit.AT_BOUND': ['模型的参数超出了合理范围，没有采用。', 'The model’s parameters left any sensible range, so it is not used.'],
  'noFit.NOT_FINITE': ['模型对有的买家算不出数值，没有采用。', 'The model has no figures for some buyers, so it is not used.'],
  'noFit.ALL_ALIKE': [
    '按模型推算，几乎所有买家的情况都一样，分不出谁会回来。',
    'To the model nearly all buyers are alike, so it cannot tell who comes back.',
  ],
  'noFit.WORSE_THAN_NAIVE': [
    '用过去检验，模型明显不如简单认为“和上期一样”。',
    'Held against the past, the model is clearly farther off than “the same as last period”.',
  ],
  'flaw.TOO_FEW_REPEATS': ['回购太少', 'too few came back'],
  'flaw.NO_MAXIMUM': ['无法拟合', 'no fit'],
  'flaw.AT_BOUND': ['参数失真', 'parameters out of range'],
  'flaw.NOT_FINITE': ['算不出数值', 'no figures'],
  'flaw.ALL_ALIKE': ['分不出买家', 'tells nobody apart'],
  'flaw.WORSE_THAN_NAIVE': ['不如“和上期一样”', 'worse than “as last period”'],
  'model.BG_NBD': ['BG/NBD', 'BG/NBD'],
  'model.MBG_NBD': ['MBG/NBD', 'MBG/NBD'],
} as const satisfies Words;

export const { t, word, hasMessage } = vocabulary({ ...base, ...buyer, ...follower, ...messages });
