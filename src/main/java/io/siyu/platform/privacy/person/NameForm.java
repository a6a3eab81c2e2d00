package io.siyu.platform.privacy.person;

import com.ibm.icu.text.Transliterator;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a name is made of, and how surely each of it means the person. See {@link PersonWords} for the rule.
 *
 * @param words each with its certainty, as texts of the name's script
 */
record NameForm(Map<String, Naming> words) {
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO);
    private static final int SHORTEST_LATIN_NAME = 6;
    private static final int SURNAME_AND_GIVEN = 3;

    /** What forms are filled in with instead of a name, and what somebody is to a shop. */
    private static final Pattern ROLE = Pattern.compile("(?:[老新小大本]?(?:收货人|收件人|收货|收件|联系人|签收人|取件人|买家|买手|卖家|客户|"
            + "客人|顾客|用户|会员|粉丝|店主|店长|店员|老板娘?|掌柜|客服|代理|代收|代购|朋友|同事|家人|亲友|亲戚|业主|住户|"
            + "前台|门卫|保安|物业|驿站|快递|游客|访客|匿名|本人|自己|姓名|名字|未知|测试|先生|女士|小姐|太太|夫人|老师|同学|"
            + "师傅|阿姨|叔叔|大姐|大哥|大叔|哥哥|姐姐|妹妹|弟弟|爸爸|妈妈|奶奶|爷爷|宝宝|宝妈|亲爱的|亲亲|亲|无|某)[一二三四五六七八九十0-9a-z]{0,3})+");

    private static final Pattern TITLE = Pattern.compile(
            "[（(]?(?:先生|女士|小姐|太太|夫人|老师|同学|老板娘?|师傅|阿姨|叔叔|大姐|大哥|大叔|医生|经理|主任|收货人|收件人|客户|" + "买家|用户|会员|亲启|代收|收)[)）]?$");
    private static final Set<String> LATIN_ROLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mister",
            "madam",
            "sir",
            "dear",
            "dr",
            "customer",
            "buyer",
            "guest",
            "user",
            "client",
            "recipient",
            "receiver",
            "consignee",
            "member",
            "anonymous",
            "unknown",
            "test",
            "tester",
            "name",
            "shop",
            "store",
            "vip",
            "none",
            "null",
            "na",
            "nil");

    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    private static final Set<String> DOUBLE_SURNAMES = Set.of(
            "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连", "澹台", "皇甫", "宗政",
            "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马",
            "公西", "颛孙", "壤驷", "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭", "南门", "羊舌",
            "微生", "梁丘", "左丘", "东门", "西门", "第五");

    /** The hundred families' surnames, and those that are common today. */
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳"
            + "酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季"
            + "麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿"
            + "储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻"
            + "莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔"
            + "隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖付代闫覃涂邸钱佟岳帅苑甯商仉仝佘佴墨年爱阳";

    static NameForm of(String name) {
        Map<String, Naming> words = new LinkedHashMap<>();
        String whole = trimmed(Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        if (whole.isEmpty()) {
            return new NameForm(words);
        }
        if (isWithoutSpaces(whole)) {
            chinese(whole.replaceAll("[\\s\\p{Z}\\p{Cf}·•・]+", ""), words);
        } else {
            spaced(whole, words);
        }
        return new NameForm(words);
    }

    private static void chinese(String name, Map<String, Naming> words) {
        String bare = TITLE.matcher(name).replaceFirst("");
        if (name.codePointCount(0, name.length()) < 2
                || ROLE.matcher(name).matches()
                || bare.isEmpty()
                || ROLE.matcher(bare).matches()) {
            return;
        }
        if (bare.equals(name)) {
            words.put(name, namingOf(name));
        } else {
            boolean isName = bare.codePointCount(0, bare.length()) >= 2;
            words.put(name, isName ? namingOf(bare) : Naming.PERHAPS);
            if (isName) {
                words.put(bare, namingOf(bare));
            }
        }
        int surname = surnameOf(bare);
        if (surname > 0) {
            parts(bare, surname, words);
        }
    }

    /** 小晓 of 欧阳小晓, 欧阳女士. */
    private static void parts(String name, int surname, Map<String, Naming> words) {
        String family = name.substring(0, surname);
        String given = name.substring(surname);
        Stream<String> called = Stream.of("先生", "女士", "小姐", "太太", "老师", "老板", "总", "姐", "哥", "阿姨")
                .map(title -> family + title);
        Stream<String> familiar = Stream.of("小", "老", "阿").map(before -> before + family);
        Stream.concat(called, familiar).forEach(part -> words.putIfAbsent(part, Naming.BESIDE));
        if (given.codePointCount(0, given.length()) >= 2) {
            words.putIfAbsent(given, Naming.BESIDE);
        }
        if (surname >= 2) {
            words.putIfAbsent(family, Naming.BESIDE);
        }
    }

    private static Naming namingOf(String name) {
        int length = name.codePointCount(0, name.length());
        if (length == 2) {
            return Naming.PERHAPS;
        }
        if (!isHan(name)) {
            return Naming.SURE;
        }
        List<String> words = ChineseWords.of(name);
        if (words.size() == 1) {
            return Naming.PERHAPS;
        }
        int surname = surnameOf(name);
        if (surname > 0 && length - surname <= 2) {
            return Naming.SURE;
        }
        boolean isOfWords = words.stream().allMatch(word -> word.codePointCount(0, word.length()) >= 2);
        boolean hasRole = words.stream().anyMatch(word -> ROLE.matcher(word).matches());
        return length > SURNAME_AND_GIVEN && !isOfWords && !hasRole ? Naming.SURE : Naming.PERHAPS;
    }

    /** 欧阳, which begins others' names too. */
    static boolean isSurname(String word) {
        return word.length() == 2 && surnameOf(word) == 2;
    }

    /** @return how long the surname is, 0 for none */
    private static int surnameOf(String name) {
        String plain = SIMPLIFIED.transliterate(name);
        if (plain.length() >= 2 && DOUBLE_SURNAMES.contains(plain.substring(0, 2))) {
            return 2;
        }
        return !plain.isEmpty() && SURNAMES.indexOf(plain.charAt(0)) >= 0 ? 1 : 0;
    }

    private static void spaced(String name, Map<String, Naming> words) {
        List<String> all = Stream.of(name.split("[\\s\\p{Z}\\p{Cf}.,·_\\-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> names =
                all.stream().filter(word -> !LATIN_ROLES.contains(word)).toList();
        String bare = String.join(" ", names);
        int letters = bare.replace(" ", "").length();
        if (letters < 2 || bare.chars().noneMatch(Character::isLetter)) {
            return;
        }
        if (names.size() == 1) {
            words.put(bare, WordForm.isMixed(bare) ? Naming.SURE : Naming.PERHAPS);
        } else {
            words.put(bare, letters >= SHORTEST_LATIN_NAME ? Naming.SURE : Naming.PERHAPS);
            names.stream().filter(word -> word.length() >= 2).forEach(word -> words.putIfAbsent(word, Naming.BESIDE));
        }
    }

    /** Without the signs that people put around their names. */
    private static String trimmed(String name) {
        return name.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}\\p{M})）]+$", "");
    }

    static boolean isWithoutSpaces(String text) {
        return text.codePoints().anyMatch(c -> WITHOUT_SPACES.contains(UnicodeScript.of(c)));
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
    }
}
