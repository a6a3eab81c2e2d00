package io.siyu.staff;

/** What kind of identity an account is. */
public enum AccountKind {
    WECHAT,
    WECOM
}
