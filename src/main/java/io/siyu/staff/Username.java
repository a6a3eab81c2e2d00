package io.siyu.staff;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Login;
import io.siyu.platform.text.VisibleText;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The names that people are invited by, and how they are compared: login servers know no large and small letters. An
 * invited name is what it looks like (NFKC), so that no two look alike; of a login's name nothing but the case is changed,
 * for there another writing may be another person.
 */
final class Username {
    private static final int LONGEST = 120;

    private Username() {}

    /**
     * The name as it is kept, small.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for a name with blanks in it or with what nobody can see, and
     *     for one that is too long once it is written out
     */
    static String invited(String typed) {
        String name =
                folded(Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).strip());
        if (name.isEmpty() || !name.codePoints().allMatch(VisibleText::isVisible)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "username",
                    "InvisibleCharacters",
                    "A username has no blanks and no characters that cannot be seen.");
        }
        if (name.length() > LONGEST) {
            throw ErrorCode.VALIDATION_FAILED.problem("username", "Size", "At most " + LONGEST + " characters.");
        }
        return name;
    }

    /** The invited name that the login may come in by. */
    static String ofLogin(Login login) {
        return folded(login.username());
    }

    static String folded(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
