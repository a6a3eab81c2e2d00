package io.siyu.content;

/** An ERROR keeps a post from going out, a WARN is only shown. */
public enum Severity {
    ERROR,
    WARN
}
