package io.siyu.platform.security;

/**
 * Who logged in. The issuer and its subject are the person, for good; the username is only what people call that person,
 * and can belong to somebody else tomorrow.
 *
 * @param issuer who vouches, at most {@link #LONGEST} characters
 * @param subject what the issuer calls the person, at most {@link #LONGEST} characters
 */
public record Login(String issuer, String subject, String username) {
    public static final int LONGEST = 255;

    /** Whether these two are the same person, whatever the names. */
    public boolean isSamePersonAs(String otherIssuer, String otherSubject) {
        return issuer.equals(otherIssuer) && subject.equals(otherSubject);
    }
}
