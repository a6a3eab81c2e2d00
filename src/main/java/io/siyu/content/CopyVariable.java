package io.siyu.content;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a script's copy may leave open, written {@code {{昵称}}} or {@code {{nickname}}}. SHOP variables resolve in every
 * post, ACCOUNT ones in every post whose account has such a thing, CAMPAIGN ones only in a campaign's posts, RECIPIENT
 * ones only in private messages, to those who have such a thing.
 */
public enum CopyVariable {
    SHOP("店铺", "shop", Scope.SHOP),
    ACCOUNT("承接号", "account", Scope.ACCOUNT),
    PERSONA("人设", "persona", Scope.ACCOUNT),
    /** Who owns the account. */
    STAFF("客服", "staff", Scope.ACCOUNT),
    CAMPAIGN("活动", "campaign", Scope.CAMPAIGN),
    /** Needs the campaign to have an offer. */
    OFFER("优惠", "offer", Scope.CAMPAIGN),
    START_DAY("开始日", "startDay", Scope.CAMPAIGN),
    END_DAY("截止日", "endDay", Scope.CAMPAIGN),
    /** The follower's remark; {@value #NO_NAME} where there is none, so that it resolves for everyone. */
    NICKNAME("昵称", "nickname", Scope.RECIPIENT, CopyVariable.NO_NAME),
    /** The same as the nickname: under which name a marketplace knows the buyer is nothing to say to them. */
    BUYER("买家", "buyer", Scope.RECIPIENT, CopyVariable.NO_NAME),
    TIER("分层", "tier", Scope.RECIPIENT),
    /** An article of the last counted order. */
    LAST_PRODUCT("上次购买", "lastProduct", Scope.RECIPIENT),
    /** Whole days since the last purchase day. */
    DAYS_SINCE("距上次天数", "daysSince", Scope.RECIPIENT),
    DUE_DAY("预计复购日", "dueDay", Scope.RECIPIENT);

    /** How somebody without a name is addressed. */
    public static final String NO_NAME = "亲";

    /** Whose value it is. */
    public enum Scope {
        SHOP,
        ACCOUNT,
        CAMPAIGN,
        RECIPIENT
    }

    private final String zh;
    private final String en;
    private final Scope scope;
    private final String fallback;

    CopyVariable(String zh, String en, Scope scope) {
        this(zh, en, scope, null);
    }

    CopyVariable(String zh, String en, Scope scope, String fallback) {
        this.zh = zh;
        this.en = en;
        this.scope = scope;
        this.fallback = fallback;
    }

    public String zh() {
        return zh;
    }

    public Scope scope() {
        return scope;
    }

    /** What stands in its place for who has no value; empty where nothing can. */
    public Optional<String> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** As it stands in copy. */
    public String written() {
        return "{{" + zh + "}}";
    }

    static Optional<CopyVariable> findByName(String name) {
        return Arrays.stream(values())
                .filter(variable -> variable.zh.equals(name) || variable.en.equalsIgnoreCase(name))
                .findFirst();
    }
}
