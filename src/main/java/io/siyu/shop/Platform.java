package io.siyu.shop;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.util.Locale;

/** Where a shop sells. */
public enum Platform {
    TAOBAO,
    TMALL,
    JD,
    PDD,
    DOUYIN,
    YOUZAN,
    SHOPIFY,
    WOOCOMMERCE,
    OTHER;

    /** Takes either case, because file formats carry the same names in small letters. */
    @JsonCreator
    public static Platform fromString(String text) {
        return valueOf(text.strip().toUpperCase(Locale.ROOT));
    }
}
