package io.siyu.staff;

import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.security.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    /** Whose name only looks like another one is somebody else. */
    @Test
    void ofALoginOnlyTheCaseIsChanged() {
        assertThat(Username.ofLogin(new Login("i", "s", "Marketer"))).isEqualTo("marketer");
        assertThat(Username.ofLogin(new Login("i", "s", "\uFF53taff2"))).isEqualTo("\uFF53taff2");
    }
}
