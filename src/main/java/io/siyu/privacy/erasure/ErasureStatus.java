package io.siyu.privacy.erasure;

/** How far an erasure is. */
public enum ErasureStatus {
    /** Nobody asked for it. */
    NONE,
    /** What tells who the person was is gone; texts are being looked through for the person's name. */
    SEARCHING,
    DONE
}
