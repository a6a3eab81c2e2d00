package io.siyu.content;

/** What a MARKETING script shows that has really happened: that alone makes its offer believed. */
public enum ContentScene {
    /** 晒单: what followers say. */
    FEEDBACK,
    /** 成交: what others have bought. */
    DEAL,
    /** 复购: who came again. */
    REPURCHASE,
    /** 发货: parcels on their way. */
    SHIPPING
}
