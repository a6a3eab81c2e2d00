package io.siyu.content;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a script's copy may leave open, written {@code {{昵称}}} or {@code {{nickname}}}. SHOP and ACCOUNT variables
 * resolve in every post, CAMPAIGN ones only in a campaign's posts, RECIPIENT ones only in private messages.
 */
public enum CopyVariable {
    SHOP("店铺", "shop", Scope.SHOP),
    ACCOUNT("承接号", "account", Scope.ACCOUNT),
    CAMPAIGN("活动", "campaign", Scope.CAMPAIGN),
    /** Needs the campaign to have an offer. */
    OFFER("优惠", "offer", Scope.CAMPAIGN),
    START_DAY("开始日", "startDay", Scope.CAMPAIGN),
    END_DAY("截止日", "endDay", Scope.CAMPAIGN),
    /** The follower's remark; {@value #NICKNAME_FALLBACK} where there is none, so that it resolves for everyone. */
    NICKNAME("昵称", "nickname", Scope.RECIPIENT);

    public static final String NICKNAME_FALLBACK = "亲";

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

    CopyVariable(String zh, String en, Scope scope) {
        this.zh = zh;
        this.en = en;
        this.scope = scope;
    }

    public String zh() {
        return zh;
    }

    public Scope scope() {
        return scope;
    }

    static Optional<CopyVariable> findByName(String name) {
        return Arrays.stream(values())
                .filter(variable -> variable.zh.equals(name) || variable.en.equalsIgnoreCase(name))
                .findFirst();
    }
}
