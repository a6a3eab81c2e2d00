package io.siyu.platform.privacy.person;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import java.util.Map;
import java.util.Set;

import static io.siyu.platform.privacy.person.PersonWords.MARK;
import static org.assertj.core.api.Assertions.assertThat;

/** What people of shops write down, of invented buyers: what is surely one of them, what perhaps, and what is not. */
class ShopNotesTest {
    private static final Map<String, PersonWords> PEOPLE = Map.of(
            "欧阳小晓",
            People.of(
                    Set.of("欧阳小晓"),
                    Set.of("+8613987651234"),
                    Set.of("ouyang.x@qq.com"),
                    Set.of("杭州市西湖区文三路998号 7幢301室"),
                    Set.of("oyx_7788")),
            "李雷",
            People.of(Set.of("李雷"), Set.of("+8613712345678"), Set.of(), Set.of("广东省深圳市"), Set.of("88123")),
            "于小雨",
            People.of(Set.of("于小雨"), Set.of(), Set.of(), Set.of("南京市玄武区珠江路88号"), Set.of("4412345678901")),
            "Rose",
            People.of(
                    Set.of("Rose"),
                    Set.of("+14155550132"),
                    Set.of("rose.k@example.org"),
                    Set.of("12 Garden Road, Springfield"),
                    Set.of("77")),
            "Jane Doe",
            People.of(Set.of("Jane Doe"), Set.of(), Set.of(), Set.of(), Set.of("1")),
            "收货人",
            People.of(
                    Set.of("收货人", "买家", "客户1"), Set.of("+8615912345678", "400-820-8820"), Set.of(), Set.of(), Set.of()),
            "王先生",
            People.of(Set.of("王先生"), Set.of("+8617712345678", "0571-87654321"), Set.of(), Set.of(), Set.of()),
            "红茶",
            People.of(Set.of("红茶", "白牡丹"), Set.of("+8618812345678"), Set.of(), Set.of(), Set.of("爱吃糖的小猫")));

    @ParameterizedTest
    @CsvFileSource(resources = "/privacy/shop-notes.csv", numLinesToSkip = 1, commentCharacter = '#')
    void isNamedSurelyPerhapsOrNotAtAll(String person, String note, String naming, String after) {
        PersonWords words = PEOPLE.get(person);
        String blanked = words.blank(note, false);
        if (naming.equals("sure")) {
            assertThat(blanked).isEqualTo(after.replace("＿", MARK));
            assertThat(words.areIn(note)).isTrue();
            assertThat(words.blank(blanked, false)).isEqualTo(blanked);
        } else {
            assertThat(blanked).isEqualTo(note);
            assertThat(words.areIn(note)).isFalse();
            assertThat(words.mayBeIn(note)).isEqualTo(naming.equals("perhaps"));
        }
    }
}
