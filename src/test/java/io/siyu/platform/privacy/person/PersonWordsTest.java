package io.siyu.platform.privacy.person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

import static io.siyu.platform.privacy.person.PersonWords.MARK;
import static org.assertj.core.api.Assertions.assertThat;

class PersonWordsTest {
    private static final PersonWords OUYANG =
            of("欧阳小晓", "+8613987651234", "OuYang.X@qq.com", "杭州市西湖区文三路998号 7幢301室", "oyx_77");
    private static final PersonWords LI = of("李雷", "+8613712345678", null, null, null);

    private static PersonWords of(String name, String phone, String email, String address, String platformId) {
        PersonFacts facts = new PersonFacts(
                set(name),
                set(phone),
                set(email),
                set(address),
                set(platformId),
                Set.of(720438205126345231L),
                Set.of());
        return new PersonWords(facts, new PersonWords.KnownBy() {
            @Override
            public boolean phone(String text) {
                return text.replaceAll("\\D", "").endsWith("13600000001");
            }

            @Override
            public boolean email(String text) {
                return text.equals("before@qq.com");
            }
        });
    }

    private static Set<String> set(String value) {
        return value == null ? Set.of() : Set.of(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13987651234",
                "139 8765 1234",
                "139-8765-1234",
                "+86 13987651234",
                "+8613987651234",
                "008613987651234",
                "86-139-8765-1234",
                "１３９８７６５１２３４",
                "139) 8765.1234",
                "欧阳小晓",
                "欧阳 小晓",
                "欧\u200b阳小晓",
                "ouyang.x@qq.com",
                "OUYANG.X@QQ.COM",
                "ｏｕｙａｎｇ.ｘ＠ｑｑ.com",
                "oyx_77",
                "OYX_77",
                "杭州市西湖区文三路998号7幢301室",
                "before@qq.com",
                "136 0000 0001"
            })
    void whateverNamesThePersonIsFoundAndNothingBesideItGoes(String spelling) {
        assertThat(OUYANG.blank("请联系" + spelling + "，今天", false)).isEqualTo("请联系" + MARK + "，今天");
        assertThat(OUYANG.blank(spelling, false)).isEqualTo(MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "139876512345",
                "213987651234",
                "13987651235",
                "欧阳小雨",
                "aouyang.x@qq.com",
                "oyx_777",
                "myoyx_77",
                "杭州市西湖区",
                "杭州市西湖区文三路998号",
                "杭州市西湖区文三路998号 5幢102室",
                "x.ouyang.x@qq.com",
                "ouyang.x@qq.com.cn",
                "订单 720438205126345231"
            })
    void whatIsSomebodyElsesStays(String text) {
        assertThat(OUYANG.blank(text, false)).isEqualTo(text);
    }

    @Test
    void twoNumbersBesideEachOtherAreTwo() {
        assertThat(OUYANG.blank("数量 2 13987651234", false)).isEqualTo("数量 2 " + MARK);
    }

    @Test
    void aShortNameCountsBesideAnotherDatumAndInWhatIsAboutThePerson() {
        assertThat(LI.blank("李雷说太贵", false)).isEqualTo("李雷说太贵");
        assertThat(LI.blank("李雷说太贵", true)).isEqualTo(MARK + "说太贵");
        assertThat(LI.blank("李雷 13712345678", false)).isEqualTo(MARK + " " + MARK);
    }

    @Test
    void aFormOfAddressIsNoName() {
        PersonWords someone = of("王先生", null, null, null, null);
        assertThat(someone.blank("王先生来过", false)).isEqualTo("王先生来过");
        assertThat(someone.blank("王先生来过", true)).isEqualTo(MARK + "来过");
    }

    @Test
    void latinNamesAreWordsInEitherOrder() {
        PersonWords jane = of("Jane Doe", null, null, null, null);
        assertThat(jane.blank("for jane  doe!", false)).isEqualTo("for " + MARK + "!");
        assertThat(jane.blank("DOE Jane", false)).isEqualTo(MARK);
        assertThat(jane.blank("jane does it", false)).isEqualTo("jane does it");
        PersonWords tea = of("Tea", null, null, null, null);
        assertThat(tea.blank("green tea", false)).isEqualTo("green tea");
    }

    @Test
    void accentsAreOneInBothWaysOfWritingThem() {
        PersonWords renee = of("Renée Zoë", null, null, null, null);
        assertThat(renee.blank("Rene\u0301e Zoe\u0308 came", false)).isEqualTo(MARK + " came");
    }

    @Test
    void whatIsMaskedNamesNobody() {
        PersonWords masked = of("李**", "139****1234", null, null, "t**8");
        assertThat(masked.blank("李** t**8 139****1234", true)).isEqualTo("李** t**8 139****1234");
    }

    @Test
    void aDocumentStaysADocument() {
        String document = "{\"note\":\"问 欧阳小晓\",\"n\":13987651234,\"tags\":[\"茶\",\"oyx_77\"]}";
        assertThat(OUYANG.blankJson(document, false))
                .isEqualTo("{\"note\":\"问 " + MARK + "\",\"n\":\"" + MARK + "\",\"tags\":[\"茶\",\"" + MARK + "\"]}");
        assertThat(OUYANG.blankJson("{\"note\": \"别人\"}", false)).isEqualTo("{\"note\": \"别人\"}");
        assertThat(OUYANG.blankJson("no document, oyx_77", false)).isEqualTo("no document, " + MARK);
    }

    @Test
    void aBuyersIdIsAMentionButNoText() {
        assertThat(OUYANG.areIn("{\"buyerId\":\"720438205126345231\"}")).isTrue();
        assertThat(OUYANG.areIn("{\"buyerId\":\"7204382051263452310\"}")).isFalse();
    }

    @Test
    void aNumberAbroadIsFoundWithAndWithoutItsCountry() {
        PersonWords abroad = of(null, "+14155550132", null, null, null);
        assertThat(abroad.blank("call (415) 555-0132 or +1 415 555 0132", false))
                .isEqualTo("call (" + MARK + " or " + MARK);
    }
}
