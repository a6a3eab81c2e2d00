package io.siyu.content;

/** The rules that scripts and posts are checked against (product.md, Post rules). */
public enum PostRule {
    BANNED_WORD,
    TABOO_WORD,
    MOMENT_PICTURES,
    MOMENT_VIDEO,
    UNRESOLVED_VARIABLE,
    COPY_MISSING,
    SCRIPT_MISSING,
    SCRIPT_KIND,
    MOMENTS_PER_DAY,
    MOMENT_SPACING,
    QUIET_HOURS,
    MARKETING_SHARE,
    MARKETING_SCENES,
    PRIVATE_PER_DAY,
    PRIVATE_PER_7_DAYS,
    PRIVATE_PER_30_DAYS,
    AUDIENCE_OUTSIDE_CAMPAIGN,
    SLOT_VARIANTS,
    WELCOME_SELLS
}
