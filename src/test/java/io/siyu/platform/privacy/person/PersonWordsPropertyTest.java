package io.siyu.platform.privacy.person;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import static io.siyu.platform.privacy.person.PersonWords.MARK;
import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is named in a spelling that is known is found in any text, and a text of others stays as it is. */
class PersonWordsPropertyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final PersonWords OUYANG = People.of(
            Set.of("欧阳小晓", "Zoë Quimby"),
            Set.of("+8613987651234"),
            Set.of("ouyang.x@qq.com"),
            Set.of("杭州市西湖区文三路998号 7幢301室"),
            Set.of("oyx_7788", "4412345678901"));

    @Property(tries = 500)
    void aTextOfOthersStaysAsItIs(@ForAll("notesOfOthers") String note) {
        assertThat(OUYANG.blank(note, false)).isEqualTo(note);
        assertThat(OUYANG.areIn(note)).isFalse();
        String document = "{\"note\":" + written(note, 0) + "}";
        assertThat(OUYANG.blankJson(document, false)).isEqualTo(document);
    }

    @Property(tries = 1000)
    void whateverNamesThePersonIsFoundAndNothingElseGoes(
            @ForAll("spellings") String spelling,
            @ForAll("notesBefore") String before,
            @ForAll("notesAfter") String after) {
        assertThat(OUYANG.blank(before + spelling + after, false)).isEqualTo(before + MARK + after);
        assertThat(OUYANG.areIn(before + spelling + after)).isTrue();
    }

    @Property(tries = 500)
    void numbersSideBySideStayTwo(
            @ForAll("phoneSpellings") String phone,
            @ForAll("numbers") String other,
            @ForAll("betweenNumbers") String between,
            @ForAll boolean isFirst) {
        String text = isFirst ? phone + between + other : other + between + phone;
        String left = isFirst ? MARK + between + other : other + between + MARK;
        assertThat(OUYANG.blank(text, false)).isEqualTo(left);
    }

    @Property(tries = 500)
    void noEscapeHidesThePerson(
            @ForAll("spellings") String spelling, @ForAll("notesBefore") String before, @ForAll int seed)
            throws JsonProcessingException {
        String document = "{\"a\":[1,{\"b\":" + written(before + spelling, seed) + "}],\"c\":1.50}";
        assertThat(OUYANG.areInJson(document)).isTrue();
        JsonNode blanked = JSON.readTree(OUYANG.blankJson(document, false));
        assertThat(blanked.at("/a/1/b").asText()).isEqualTo(before + MARK);
        assertThat(blanked.at("/c").asText()).isEqualTo("1.5");
    }

    @Property(tries = 500)
    void noEscapeHidesThePersonInANote(
            @ForAll("spellings") String spelling,
            @ForAll("notesBefore") String before,
            @ForAll("notesAfter") String after,
            @ForAll int seed) {
        String escaped = escaped(spelling, seed);
        assertThat(OUYANG.blank(before + escaped + after, false)).isEqualTo(before + MARK + after);
        assertThat(OUYANG.areIn(before + escaped + after)).isTrue();
    }

    @Property(tries = 500)
    void whatWasBlankedOnceIsBlanked(@ForAll("anything") String text, @ForAll boolean isOwn) {
        String blanked = OUYANG.blank(text, isOwn);
        assertThat(OUYANG.blank(blanked, false)).isEqualTo(blanked);
        assertThat(OUYANG.areIn(blanked)).isFalse();
        OUYANG.mayBeInJson(OUYANG.blankJson(text, isOwn));
    }

    @Provide
    Arbitrary<String> spellings() {
        return Arbitraries.oneOf(phoneSpellings(), nameSpellings(), wordSpellings(), addressSpellings());
    }

    @Provide
    Arbitrary<String> phoneSpellings() {
        Arbitrary<String> prefixes = Arbitraries.of("", "+86", "+86 ", "86 ", "0086", "0086-", "0", "86-", "(+86) ")
                .map(prefix -> prefix.replace("(", ""));
        Arbitrary<List<Integer>> groups = Arbitraries.of(
                List.of(11),
                List.of(3, 4, 4),
                List.of(3, 8),
                List.of(3, 3, 5),
                List.of(4, 4, 3),
                List.of(2, 2, 2, 2, 3));
        Arbitrary<String> separators =
                Arbitraries.of(" ", "-", "  ", " - ", "\u3000", "\u00a0", "—", "·", ".", "\u200b");
        Arbitrary<String> digits =
                Arbitraries.of("0123456789", "０１２３４５６７８９", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "⓪①②③④⑤⑥⑦⑧⑨", "٠١٢٣٤٥٦٧٨٩");
        return Combinators.combine(prefixes, groups, separators, digits, Arbitraries.of("13987651234", "13600000001"))
                .as((prefix, sizes, separator, script, phone) -> {
                    List<String> parts = new ArrayList<>();
                    int at = 0;
                    for (int size : sizes) {
                        parts.add(phone.substring(at, at + size));
                        at += size;
                    }
                    return in(script, prefix + String.join(separator, parts));
                });
    }

    private static String in(String script, String digits) {
        return digits.chars()
                .mapToObj(c -> c >= '0' && c <= '9' ? script.substring(c - '0', c - '0' + 1) : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static Arbitrary<String> nameSpellings() {
        Arbitrary<String> gaps = Arbitraries.of("", " ", "\u200b", "\u3000", "\n", "·");
        Arbitrary<String> chinese =
                gaps.list().ofSize(3).map(gap -> "欧" + gap.get(0) + "阳" + gap.get(1) + "小" + gap.get(2) + "晓");
        Arbitrary<String> latin = Arbitraries.of(
                "Zoë Quimby",
                "zoe\u0308 quimby",
                "QUIMBY, Zoë",
                "Quimby Zoë",
                "Zoë  QUIMBY",
                "zoë.quimby",
                "ＺＯË　ＱＵＩＭＢＹ");
        return Arbitraries.oneOf(chinese, latin);
    }

    private static Arbitrary<String> wordSpellings() {
        return Arbitraries.of(
                "ouyang.x@qq.com",
                "OuYang.X@QQ.com",
                "ｏｕｙａｎｇ.x＠qq.com",
                "before@qq.com",
                "BEFORE@QQ.COM",
                "oyx_7788",
                "OYX_7788",
                "ｏｙｘ＿７７８８",
                "4412345678901");
    }

    private static Arbitrary<String> addressSpellings() {
        Arbitrary<String> areas =
                Arbitraries.of("", "西湖区", "杭州市西湖区", "杭州市 西湖区 ", "杭州市，西湖区，").filter(area -> !area.equals("西湖区"));
        Arbitrary<String> gaps = Arbitraries.of("", " ", "，", "\u3000", ", ");
        return Combinators.combine(areas, gaps, gaps)
                .as((area, first, second) -> area + "文三路" + first + "998号" + second + "7幢301室");
    }

    /** Ends with no letter or digit that would go on in what follows. */
    @Provide
    Arbitrary<String> notesBefore() {
        return notesOfOthers().map(note -> note + "：");
    }

    @Provide
    Arbitrary<String> notesAfter() {
        return notesOfOthers().map(note -> "；" + note);
    }

    /** With all that looks like a person's, and is another's. */
    @Provide
    Arbitrary<String> notesOfOthers() {
        Arbitrary<String> words = Arbitraries.of(
                "请尽快发货",
                "红茶两盒",
                "顾客说太贵",
                "退款",
                "已寄出",
                "VIP",
                "plan B",
                "她要发票",
                "\n",
                " ",
                "，",
                "。",
                "13712349876",
                "137-1234-9876",
                "139876512345",
                "1398765",
                "88.50元",
                "￥1,234.00",
                "2026-01-05 10:00",
                "订单2026010513987651239",
                "DD-4412345678901-2",
                "4412345678901.00",
                "oyx_77889",
                "x.ouyang.x@qq.com",
                "欧阳小雨",
                "晓晓",
                "Zoe",
                "Quimbys",
                "杭州市西湖区",
                "文一路998号",
                "\\u5f20\\u4e09",
                "&#24352;",
                "\\n",
                "8幢301室");
        return Arbitraries.oneOf(words, numbers().map(number -> number + "件"))
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join(" 及 ", parts));
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.longs()
                .between(0, 99_999_999_999L)
                .map(Object::toString)
                .filter(number -> !number.contains("139876")
                        && !number.contains("136000")
                        && !number.endsWith("86")
                        && !number.endsWith("0"));
    }

    @Provide
    Arbitrary<String> betweenNumbers() {
        return Arbitraries.of(" ", ",", "，", "/", "\n", "\t", " - ", "、", " 和 ", "    ");
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                spellings(),
                notesOfOthers(),
                Arbitraries.strings().all().ofMaxLength(6),
                Arbitraries.of("{", "}", "[", "]", "\"", "\\u", "\\", ":", ",", "139", "8765", "1234", "小晓", "+86"),
                Combinators.combine(spellings(), Arbitraries.integers()).as(PersonWordsPropertyTest::escaped));
        return pieces.list().ofMaxSize(6).map(parts -> String.join("", parts));
    }

    /** With some of its signs as programs write them that know only ASCII. */
    private static String escaped(String text, int seed) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String sign = Character.toString(c);
            int kind = seed >>> (2 * (i % 15)) & 3;
            escaped.append(
                    switch (kind) {
                        case 1 -> String.format("\\u%04x", (int) c);
                        case 2 -> "&#" + (int) c + ";";
                        case 3 -> String.format("&#x%X;", (int) c);
                        default -> sign;
                    });
        }
        return escaped.toString();
    }

    /** A JSON string with some of its signs escaped, as parsers and platforms write them. */
    private static String written(String text, int seed) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isEscaped = c < ' ' || c == '"' || c == '\\' || (seed >>> (i % 31) & 1) == 1;
            json.append(isEscaped ? String.format("\\u%04x", (int) c) : Character.toString(c));
        }
        return json.append('"').toString();
    }
}
