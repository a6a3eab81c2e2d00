package io.siyu.platform.privacy.person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

import static io.siyu.platform.privacy.person.PersonWords.MARK;
import static org.assertj.core.api.Assertions.assertThat;

class PersonInJsonTest {
    private static final PersonWords OUYANG = People.of(
            Set.of("欧阳小晓"),
            Set.of("+8613987651234"),
            Set.of("ouyang.x@qq.com"),
            Set.of("杭州市西湖区文三路998号 7幢301室"),
            Set.of("4412345678901"));
    private static final PersonWords ROSE =
            People.of(Set.of("Rose"), Set.of("+8613712345678"), Set.of(), Set.of(), Set.of("77"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"note\":\"\\u6b27\\u9633\\u5c0f\\u6653\"}",
                "{\"note\":\"欧阳\\n小晓\"}",
                "{\"note\":\"欧\\u200b阳小晓\"}",
                "{\"note\":\"\\u0031398765\\u00311234\",\"phone\":\"139\\t8765\\t1234\"}",
                "{\"note\":\"ouyang.x\\u0040qq.com\"}",
                "{\"note\":\"\\u006fuyang.x@qq.com\"}",
                "{\"address\":\"杭州市西湖区文三路998号\\/7幢301室\"}",
                "{\"note\":\"欧阳小晓\",\"note\":\"第二个\"}",
                "{\"13987651234\":1}",
                "{\"欧阳\\u5c0f晓\":{\"a\":[]}}",
                "{\"n\":13987651234}",
                "[[[\"a\",[\"139-8765-1234\"]]]]",
                "\"\\u6b27阳小晓\"",
                "{\"customer\":{\"first_name\":\"小晓\",\"last_name\":\"欧阳\"}}",
                "{\"body\":\"{\\\"text\\\":\\\"\\\\u6b27\\\\u9633小晓\\\"}\"}",
                "{\"headers\":{\"Location\":\"/buyers/720438205126345231\"}}",
                "{\"cut\":\"\\u6b27\\u9633\\u5c0f\\u6653",
                "欧阳小晓"
            })
    void whateverEscapesHideThePersonIsFoundAndGoes(String document) {
        assertThat(OUYANG.areInJson(document)).isTrue();
        if (!document.contains("/buyers/")) {
            String blanked = OUYANG.blankJson(document, false);
            assertThat(blanked).contains(MARK);
            assertThat(OUYANG.areInJson(blanked)).isFalse();
            assertThat(OUYANG.blankJson(blanked, false)).isEqualTo(blanked);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"note\" : \"\\u522b\\u4eba\" , \"n\" : 1.50, \"n\": 1e3 }",
                "{\"id\":44123456789012,\"total\":\"4412345678901.00\",\"name\":\"#1-4412345678901\"}",
                "{\"a\":\"1398765\",\"b\":\"1234\"}",
                "[139, 8765, 1234]",
                "{\"a\":\"欧阳\",\"b\":\"小晓\"}",
                "",
                "null"
            })
    void aDocumentOfOthersStaysAsItIs(String document) {
        assertThat(OUYANG.areInJson(document)).isFalse();
        assertThat(OUYANG.blankJson(document, false)).isEqualTo(document);
    }

    @Test
    void onlyWhatNamesThePersonChanges() {
        String document =
                "{\"id\":7788,\"id\":7788,\"total_price\":12.50,\"note\":\"\\u95ee 欧阳小晓\\n急\",\"tags\":[\"茶\",true,null]}";
        assertThat(OUYANG.blankJson(document, false))
                .isEqualTo("{\"id\":7788,\"id\":7788,\"total_price\":12.50,\"note\":\"问 " + MARK
                        + "\\n急\",\"tags\":[\"茶\",true,null]}");
    }

    @Test
    void namesOfFieldsStayApart() {
        assertThat(OUYANG.blankJson("{\"13987651234\":1,\"139 8765 1234\":2}", false))
                .isEqualTo("{\"" + MARK + "\":1,\"" + MARK + " 2\":2}");
    }

    @Test
    void anUnsureNameCountsInTheObjectOfThePersonAndNotInTheGoods() {
        String order = """
                {"id":77,"total_price":"77.00","note":"Rose wants it soon","phone":"13712345678",\
                "customer":{"id":77,"first_name":"Rose"},"shipping_address":{"name":"Rose"},\
                "line_items":[{"title":"Rose tea","quantity":77}]}""";
        assertThat(ROSE.blankJson(order, false)).isEqualTo("""
                {"id":77,"total_price":"77.00","note":"# wants it soon","phone":"#",\
                "customer":{"id":"#","first_name":"#"},"shipping_address":{"name":"#"},\
                "line_items":[{"title":"Rose tea","quantity":77}]}""".replace("#", MARK));
    }

    @Test
    void aShortNumberIsAnIdOnlyWhereAFieldSaysSo() {
        for (String of : new String[] {
            "{\"customer_id\":77}", "{\"customer\":{\"id\":\"77\"}}", "{\"buyerId\":\"77\"}", "{\"platformId\":\"77\"}"
        }) {
            assertThat(ROSE.areInJson(of)).as(of).isTrue();
        }
        for (String of : new String[] {
            "{\"id\":77}", "{\"order\":{\"id\":77}}", "{\"quantity\":77}", "{\"customer_id\":770}", "[77,\"77\"]"
        }) {
            assertThat(ROSE.areInJson(of)).as(of).isFalse();
            assertThat(ROSE.blankJson(of, false)).isEqualTo(of);
        }
    }

    @Test
    void whatMayBeThePersonIsTold() {
        assertThat(ROSE.mayBeInJson("{\"title\":\"\\u0052ose tea\"}")).isTrue();
        assertThat(ROSE.mayBeInJson("{\"rose\":\"tea\"}")).isFalse();
        assertThat(ROSE.mayBeInJson(ROSE.blankJson("{\"name\":\"Rose\",\"phone\":\"13712345678\"}", false)))
                .isFalse();
    }

    @Test
    void depthsThatNobodyWritesAreNoHarm() {
        String deep = "[".repeat(5000) + "\"欧阳小晓\"" + "]".repeat(5000);
        assertThat(OUYANG.areInJson(deep)).isTrue();
        assertThat(OUYANG.areInJson("[".repeat(900) + "{\"a\":\"欧阳小晓\"}" + "]".repeat(900)))
                .isTrue();
    }
}
