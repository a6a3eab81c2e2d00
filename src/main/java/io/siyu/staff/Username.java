package io.siyu.staff;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import io.siyu.platform.language.Language;
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
public final class Username {
    private static final int LONGEST = 120;

    /** Latin letters stand beside others, as in "客服kefu1", but not beside Cyrillic or Greek ones, which look the same. */
    private static final SpoofChecker SCRIPTS = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.MODERATELY_RESTRICTIVE)
            .build();

    private static final SpoofChecker LOOKS =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private Username() {}

    /**
     * The name as it is kept, small.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for a name with blanks in it or with what nobody can see, for
     *     one of letters of several scripts that look the same, and for one that is too long once it is written out
     */
    public static String invited(String typed) {
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
        if (SCRIPTS.failsChecks(name)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "username",
                    "MixedScripts",
                    language -> language == Language.CHINESE
                            ? "登录名混用了形似的不同文字（如拉丁字母与西里尔字母）。"
                            : "A username does not mix scripts whose letters look alike, such as Latin and Cyrillic.");
        }
        return name;
    }

    /**
     * Whether readers take one for the other because of letters of another script. Names that differ in ASCII alone are
     * told apart: shops number their staff, and {@code kefu1} is not {@code keful}.
     *
     * @param one as it is kept, and so the other
     */
    public static boolean isLike(String one, String other) {
        return !beyondAscii(one).equals(beyondAscii(other))
                && LOOKS.getSkeleton(one).equals(LOOKS.getSkeleton(other));
    }

    private static String beyondAscii(String name) {
        return name.replaceAll("\\p{ASCII}", "");
    }

    /** The invited name that the login may come in by. */
    public static String ofLogin(Login login) {
        return folded(login.username());
    }

    public static String folded(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
