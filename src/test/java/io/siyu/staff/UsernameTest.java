package io.siyu.staff;

import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.security.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UsernameTest {
    @Test
    void anInvitedNameIsWhatItLooksLike() {
        assertThat(Username.invited(" \uFF33taff2\u3000")).isEqualTo("staff2");
        assertThat(Username.invited("小林")).isEqualTo("小林");
        assertThat(Username.invited("Zoe\u0308@Example.com")).isEqualTo("zo\u00EB@example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a b",
                "a\u00A0b",
                "staff2\u200B",
                "\u202Estaff",
                "a\u00ADb",
                "\u3164",
                "a\u2800b",
                "\uFEFFa"
            })
    void whatNobodyCanSeeIsRefused(String name) {
        assertThatThrownBy(() -> Username.invited(name)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aNameThatGrowsTooLongIsRefused() {
        assertThatThrownBy(() -> Username.invited("\uFDFB".repeat(60))).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0430dmin", "ad\u043Cin", "k\u03BFfu", "\u5C0F\u0430", "\u0437\u03BF"})
    void scriptsWhoseLettersLookAlikeAreNotMixed(String name) {
        assertThatThrownBy(() -> Username.invited(name)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"客服kefu1", "小林.lin_2@example.com", "админ1", "νίκος", "kefu一", "たなかtanaka", "김kim", "สมชาย.s"})
    void otherNamesAreTaken(String name) {
        assertThat(Username.invited(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"сео,ceo", "ѕсоре,scope", "kefu\u0661,kefu1", "\u0455\u0441\u043e1,scol", "kefu\u30FC,kefu\u4E00"})
    void lettersOfAnotherScriptLookAlike(String one, String other) {
        assertThat(Username.isLike(one, other)).isTrue();
        assertThat(Username.isLike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"kefu1,kefu2", "kefu1,keful", "客服1,客服l", "客服o,客服0", "rnary,mary", "zoë,zoe", "小林,小琳", "админ,admin"})
    void othersAreToldApart(String one, String other) {
        assertThat(Username.isLike(one, other)).isFalse();
    }

    /** Whose name only looks like another one is somebody else. */
    @Test
    void ofALoginOnlyTheCaseIsChanged() {
        assertThat(Username.ofLogin(new Login("i", "s", "Marketer"))).isEqualTo("marketer");
        assertThat(Username.ofLogin(new Login("i", "s", "\uFF53taff2"))).isEqualTo("\uFF53taff2");
    }
}
