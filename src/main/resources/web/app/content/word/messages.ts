import { vocabulary, type Words } from '../../base/i18n.ts';
import { messages as base } from '../../base/messages.ts';

export const messages = {
  'words.title': ['禁用词', 'Banned words'],
  'words.hint': [
    '每行一个。按读者看到的样子检查：中间夹空格、符号、零宽字符、全角或繁体都算。保存后立刻生效。',
    'One a line. Copy is checked as its readers see it: blanks, signs, zero-width characters, full width and traditional script make no difference. Changes hold at once.',
  ],
  'words.banned': ['店铺禁用词', 'The shop’s banned words'],
  'words.banned.hint': ['除广告法禁用词以外，本店也不能说的词。', 'What this shop must not say either, besides what advertising law forbids.'],
  'words.banned.builtIn': ['内置的广告法禁用词（{n} 个）', 'Built in: words that advertising law forbids ({n})'],
  'words.allowed': ['允许短语', 'Allowed phrases'],
  'words.allowed.hint': ['禁用词整个落在这些短语里时不算，例如“冠军杯”里的“冠军”。', 'A banned word that lies wholly inside one of these is none, such as 冠军 in 冠军杯.'],
  'words.allowed.builtIn': ['内置的允许短语（{n} 个），不放行店铺禁用词', 'Built in: allowed phrases ({n}); they excuse no word of the shop’s own'],
  'words.saved': ['禁用词已生效', 'The lists are in effect'],
  'words.discard': ['放弃修改', 'Discard changes'],
  'words.outdated': ['有人刚刚改过，你的修改没有保存。载入最新会替换你输入的内容；仍保存我的会替换对方的修改。', 'Someone changed the lists just now, so yours were not saved. Loading the latest replaces what you typed; saving yours replaces their change.'],
  'words.saveAnyway': ['仍保存我的', 'Save mine anyway'],
  'words.reload': ['载入最新', 'Load the latest'],
  'words.line': ['第 {n} 个：{words}', 'Entry {n}: {words}'],
  'words.problem.NoText': ['含有无法显示的字符', 'it holds characters that are no text'],
  'words.problem.UncleanText': ['含有无法显示的字符', 'it holds characters that are no text'],
  'words.problem.SeveralEntries': ['每个只能是一个词或短语', 'it must be one word or phrase'],
  'words.problem.NotBlank': ['不能为空', 'it must not be blank'],
  'words.problem.NoLetters': ['至少要有一个文字或数字', 'it needs at least one letter or digit'],
  'words.problem.InBothLists': ['有词同时在两个列表里，请去掉一处', 'an entry stands in both lists; take it out of one'],
  'words.problem.Size': ['最多 500 个，每个最多 40 个字', 'at most 500 entries of at most 40 characters'],
} as const satisfies Words;

export const { t, word, hasMessage } = vocabulary({ ...base, ...messages });
