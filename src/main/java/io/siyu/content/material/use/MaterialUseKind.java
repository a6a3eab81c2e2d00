package io.siyu.content.material.use;

public enum MaterialUseKind {
    SCRIPT,
    POST
}
